// Keeps a copy of what is typed into a form of the administration until the server has it: in this
// browser, per account and form. The server's part is `editing/keeping/requests.py`.
(() => {
    const PREFIX = "govlab.kept.";
    const ARRIVED = "govlab_arrived_";
    const ACCOUNT = "govlab_editor";
    const FORMS = "form[data-edit-form], form[data-keep]";
    const DAYS = 7;
    const PAUSE_MS = 500;
    const UNSENT = /^(csrfmiddlewaretoken|govlab-.*)$/;
    const settings = JSON.parse(document.getElementById("govlab-keep").textContent);
    const { texts } = settings;

    const cookies = () => new Map(
        document.cookie.split("; ").filter(Boolean).map((cookie) => cookie.split("=", 2)),
    );
    const account = () => cookies().get(ACCOUNT) ?? "";

    function copies() {
        return Object.keys(localStorage)
            .filter((key) => key.startsWith(PREFIX))
            .map((key) => {
                try {
                    return { key, ...JSON.parse(localStorage.getItem(key)) };
                } catch {
                    return { key, at: 0 };
                }
            })
            .sort((one, other) => new Date(other.at) - new Date(one.at));
    }

    function purge() {
        const oldest = Date.now() - DAYS * 24 * 3600 * 1000;
        const arrived = [...cookies()].filter(([name]) => name.startsWith(ARRIVED));
        const idsOf = (state) => arrived
            .filter(([, value]) => value === state)
            .map(([name]) => name.slice(ARRIVED.length));
        const saved = idsOf("saved");
        for (const { key, at } of copies()) {
            const isSaved = saved.some((id) => key.endsWith(`.${id}`));
            if (isSaved || !(new Date(at) > oldest)) localStorage.removeItem(key);
        }
        for (const [name] of arrived) {
            document.cookie = `${name}=; path=${settings.path}; max-age=0`;
        }
        return idsOf("shown");
    }

    function notice(text, ...actions) {
        document.getElementById("govlab-kept")?.remove();
        const box = document.createElement("div");
        box.id = "govlab-kept";
        box.className = "help-block help-warning nice-padding w-my-4";
        box.setAttribute("role", "status");
        const paragraph = document.createElement("p");
        paragraph.textContent = text;
        box.append(paragraph, ...actions);
        const place = document.querySelector(".login-form") ?? document.querySelector(FORMS);
        place?.before(box);
    }

    function button(label, act, classes = "button button-small w-mr-2") {
        const element = document.createElement("button");
        element.type = "button";
        element.className = classes;
        element.textContent = label;
        element.addEventListener("click", act);
        return element;
    }

    const closed = () => document.getElementById("govlab-kept")?.remove();
    // The copy that this page shows, which goes on until it is saved.
    function shownCopy(form, shown) {
        const own = `${PREFIX}${account()}.`;
        return copies().find(({ key, path, fields }) => (
            path === pathOf(form) && shown.some((id) => key === own + id) && shows(form, fields)
        ));
    }

    // Whether the form has these values: the page may have been left for another before it loaded.
    function shows(form, fields) {
        const values = new Map(fields);
        return [...form.querySelectorAll("input[type=text], textarea")]
            .filter(({ name, hidden }) => values.has(name) && !hidden)
            .every(({ name, value }) => value === values.get(name).replace(/\r\n/g, "\n"));
    }

    // As the administration writes it: 27.11.2026 14:03.
    function moment(at) {
        const date = new Date(at);
        const two = (number) => String(number).padStart(2, "0");
        const day = [two(date.getDate()), two(date.getMonth() + 1), date.getFullYear()].join(".");
        return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
    }

    const pathOf = (form) => new URL(form.action, location.href).pathname;

    class Kept {
        constructor(form, shown) {
            this.form = form;
            this.id = shown?.key.split(".").at(-1) ?? crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
            // Whether the form was submitted, so that it is restored unasked if it did not arrive.
            this.sent = false;
            const field = document.createElement("input");
            Object.assign(field, { type: "hidden", name: "govlab-copy", value: this.id });
            form.append(field);
            if (!shown) return;
            // Nothing on this page has been saved, so that nothing is equal to what has.
            this.baseline = "";
            this.begin();
        }

        get key() {
            return `${PREFIX}${this.account}.${this.id}`;
        }

        fields() {
            return [...new FormData(this.form)].filter(([name]) => !UNSENT.test(name));
        }

        texts() {
            return this.fields().filter(([, value]) => typeof value === "string");
        }

        begin() {
            this.account ??= account();
            this.baseline ??= JSON.stringify(this.texts());
        }

        edited() {
            this.begin();
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.store(), PAUSE_MS);
        }

        store() {
            this.timer = clearTimeout(this.timer);
            if (!this.account) return;
            const fields = this.texts();
            if (!this.sent && JSON.stringify(fields) === this.baseline) {
                localStorage.removeItem(this.key);
                return;
            }
            const copy = { path: pathOf(this.form), at: new Date().toISOString(), sent: this.sent, fields };
            copy.files = this.fields().some(([, value]) => value instanceof File && value.size > 0);
            try {
                localStorage.setItem(this.key, JSON.stringify(copy));
            } catch {
                this.makeRoom(copy);
            }
        }

        // The oldest copies give way to the present one.
        makeRoom(copy) {
            for (const old of copies().reverse()) {
                if (old.key !== this.key) localStorage.removeItem(old.key);
                try {
                    localStorage.setItem(this.key, JSON.stringify(copy));
                    return;
                } catch { /* The next one may be enough. */ }
            }
            notice(texts.full);
        }

        // Stores what was typed within the last moment, before the page is left.
        flush() {
            if (this.timer) this.store();
        }

        saving() {
            this.begin();
            this.saved = this.texts();
        }

        // The server answers with new values of fields that number rows and comments.
        arrived({ field_updates: updates = {} } = {}) {
            const typed = (fields) => JSON.stringify(fields.filter(([name]) => !(name in updates)));
            const now = this.texts();
            if (!this.saved || typed(now) !== typed(this.saved)) return;
            this.timer = clearTimeout(this.timer);
            localStorage.removeItem(this.key);
            this.baseline = JSON.stringify(now);
            closed();
        }
    }

    function send(copy) {
        localStorage.setItem(copy.key, JSON.stringify({ ...copy, tried: true }));
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action: copy.path, enctype: "multipart/form-data" });
        const add = (name, value) => {
            const field = document.createElement("textarea");
            Object.assign(field, { name, value });
            form.append(field);
        };
        const token = document.querySelector("form [name=csrfmiddlewaretoken]")?.value ?? "";
        add("csrfmiddlewaretoken", token);
        add("govlab-copy", copy.key.split(".").at(-1));
        add("govlab-restore", copy.at);
        for (const [name, value] of copy.fields) add(name, value);
        form.hidden = true;
        document.body.append(form);
        form.submit();
    }

    function offer(form) {
        const mine = `${PREFIX}${account()}.`;
        const copy = copies().find(({ key, path }) => key.startsWith(mine) && path === pathOf(form));
        if (!copy) return;
        if (copy.sent && !copy.tried) {
            send(copy);
            return;
        }
        const text = texts.found.replace("%(moment)s", moment(copy.at));
        notice(
            copy.files ? `${text} ${texts.files}` : text,
            button(texts.show, () => send(copy)),
            button(texts.discard, () => {
                localStorage.removeItem(copy.key);
                closed();
            }, "button button-small button-secondary"),
        );
    }

    async function ask() {
        const response = await fetch(settings.session, { headers: { "X-Requested-With": "XMLHttpRequest" } });
        return response.ok ? response.json() : { account: "" };
    }

    // After a request of the editor failed: why, and how to go on in this tab.
    async function explain(kept) {
        kept.store();
        let state;
        try {
            state = await ask();
        } catch {
            notice(texts.offline);
            return;
        }
        if (state.account === kept.account) return;
        if (state.account) {
            notice(texts.other);
            return;
        }
        const link = document.createElement("a");
        Object.assign(link, { href: settings.login, target: "_blank", className: "button button-small" });
        link.textContent = texts.login;
        notice(texts.ended, link);
        addEventListener("focus", () => resume(kept), { once: true });
    }

    async function resume(kept) {
        const state = await ask().catch(() => ({ account: "" }));
        if (state.account !== kept.account) {
            addEventListener("focus", () => resume(kept), { once: true });
            return;
        }
        for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) {
            field.value = state.csrf;
        }
        closed();
        kept.form.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function watch(form, shownIds) {
        const shown = shownCopy(form, shownIds);
        const kept = new Kept(form, shown);
        for (const type of ["focusin", "pointerdown", "keydown"]) {
            form.addEventListener(type, () => kept.begin(), { capture: true });
        }
        for (const type of ["input", "change", "click", "keyup", "paste", "drop", "w-unsaved:add"]) {
            form.addEventListener(type, () => kept.edited());
        }
        form.addEventListener("w-autosave:save", () => kept.saving());
        form.addEventListener("w-autosave:success", ({ detail }) => kept.arrived(detail?.response));
        form.addEventListener("w-autosave:error", () => explain(kept));
        form.addEventListener("submit", (event) => {
            kept.begin();
            kept.sent = navigator.onLine;
            kept.store();
            if (kept.sent) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            notice(texts.offline);
        }, { capture: true });
        addEventListener("pagehide", () => kept.flush());
        if (!shown) offer(form);
    }

    // The text stays behind only where the account is not logged out on purpose.
    document.addEventListener("submit", ({ target }) => {
        if (!target.action?.endsWith(settings.logout)) return;
        for (const { key } of copies()) {
            if (key.startsWith(`${PREFIX}${account()}.`)) localStorage.removeItem(key);
        }
    }, { capture: true });

    function greet() {
        const next = document.querySelector(".login-form [name=next]")?.value;
        const copy = next && copies().find(({ path }) => path === next.split("?")[0]);
        if (copy) notice(copy.files ? `${texts.kept} ${texts.files}` : texts.kept);
    }

    addEventListener("load", () => {
        const shown = purge();
        greet();
        for (const form of document.querySelectorAll(FORMS)) watch(form, shown);
    });
})();
