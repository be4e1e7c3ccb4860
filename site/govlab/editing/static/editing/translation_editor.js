// Side-by-side editing of a translation: counts what is translated and how long texts are, and lets
// the keyboard lead from text to text. Without it the form works as well.
(() => {
    const fill = (template, values) => template.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

    function connect(editor) {
        const rows = [...editor.querySelectorAll("[data-row]")].map(read).filter((row) => row.field);
        const progress = editor.querySelector("[data-progress]");
        const wanted = rows.filter((row) => !row.settled);
        // Nothing can be written while it waits for approval.
        if (!wanted.length) return;

        function update() {
            const done = wanted.filter(isDone).length;
            const text = progress.querySelector("[data-progress-text]");
            const said = fill(text.dataset.progressText, { done });
            if (text.textContent !== said) text.textContent = said;
            progress.querySelector("progress").value = done;
            rows.forEach(count);
            rows.forEach(name);
        }

        for (const row of rows) {
            // Between a text and the next; Alt+Enter does the same from the text itself.
            if (row.same) row.same.tabIndex = -1;
            row.element.addEventListener("keydown", (event) => {
                if (event.key !== "Enter" || !event.altKey || !row.same) return;
                event.preventDefault();
                event.stopPropagation();
                row.same.click();
            }, true);
        }
        let timer;
        const soon = () => {
            clearTimeout(timer);
            timer = setTimeout(update, 150);
        };
        for (const type of ["input", "change", "keyup", "focusout"]) editor.addEventListener(type, soon);
        followTitle(rows);
        update();
        if (!window.location.hash) focusFirst(wanted);
    }

    function read(element) {
        const field = element.querySelector("[name^='text-']");
        const row = {
            element,
            field,
            same: element.querySelector("input[name^='same-']"),
            counter: element.querySelector("[data-counter]"),
            limit: Number(element.dataset.limit),
            settled: "settled" in element.dataset,
        };
        const refused = field && element.querySelector(".error-message");
        return { ...row, refused: refused ? textOf(row).trim() : null };
    }

    // A rich field is written some time after the key; its editor shows the text at once.
    function textOf({ element, field }) {
        const editor = element.querySelector(".public-DraftEditor-content");
        return editor ? editor.textContent : "draftailInput" in field.dataset ? plain(field.value) : field.value;
    }

    function plain(content) {
        try {
            return JSON.parse(content || "null")?.blocks.map((block) => block.text).join("\n") ?? "";
        } catch {
            return "";
        }
    }

    // The label names the hidden field of a rich text, not its editor.
    function name({ element, field }) {
        const editor = element.querySelector(".public-DraftEditor-content");
        editor?.setAttribute("aria-labelledby", `${field.id}-label`);
        editor?.setAttribute("aria-describedby", `${field.id}-source`);
    }

    function isDone(row) {
        const text = textOf(row).trim();
        const isDone = Boolean(row.same?.checked) || (text !== "" && text !== row.refused);
        row.element.classList.toggle("translation-row--left", !isDone && !row.settled);
        return isDone;
    }

    // As a new page's slug follows its title.
    function followTitle(rows) {
        const find = (...paths) => rows.find((row) => paths.includes(row.element.dataset.path))?.field;
        const [title, slug] = [find("title", "name"), find("slug")];
        if (!title || !slug || slug.value) return;
        let last = "";
        title.addEventListener("input", () => {
            if (slug.value !== last) return;
            last = slugOf(title.value);
            slug.value = last;
        });
    }

    function slugOf(text) {
        const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
        return plain.replace(/[^a-z0-9\s_-]/g, "").trim().replace(/[\s-]+/g, "-").slice(0, 120);
    }

    function count({ counter, field, limit }) {
        if (!counter) return;
        const length = [...field.value.trim()].length;
        counter.textContent = length ? fill(counter.dataset.counter, { count: length, limit }) : "";
        counter.toggleAttribute("data-over", length > limit);
    }

    function focusFirst(rows) {
        const first = rows.find((row) => !isDone(row));
        if (!first) return;
        if ("draftailInput" in first.field.dataset) focusRich(first.element);
        else first.field.focus({ preventScroll: true });
    }

    // The editor of a rich text is drawn some time after the form, and may not take the focus from
    // somebody who began elsewhere meanwhile.
    function focusRich(element) {
        const focus = () => {
            const editor = element.querySelector(".public-DraftEditor-content");
            if (editor && document.activeElement === document.body) editor.focus({ preventScroll: true });
            return editor;
        };
        if (focus()) return;
        const observer = new MutationObserver(() => focus() && observer.disconnect());
        observer.observe(element, { childList: true, subtree: true });
    }

    const start = () => document.querySelectorAll("[data-translation-editor]").forEach(connect);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
