// Sends a form only after the autosave that is under way, and no autosave after the form. Wagtail
// sends both: a new page that autosave has just created is then refused, as its address is in use by
// itself, and an autosave that overtakes the form is taken for somebody else's version.
(() => {
    // An autosave or a form that is never answered must not keep anybody from saving.
    const LONGEST_WAIT_MS = 10_000;
    const saving = new WeakSet();
    const waiting = new WeakMap();
    const sent = new WeakSet();

    function finish({ target: form }) {
        saving.delete(form);
        if (!waiting.has(form)) return;
        const { name, value, timer } = waiting.get(form);
        clearTimeout(timer);
        waiting.delete(form);
        // In place of the button, which is disabled while it shows progress, or replaced by another.
        const action = document.createElement("input");
        Object.assign(action, { type: "hidden", name, value });
        if (name) form.append(action);
        form.requestSubmit();
    }

    // Other scripts may keep the form here, and the editor may stop the page that is to follow.
    function send(form, event) {
        sent.add(form);
        setTimeout(() => event.defaultPrevented && sent.delete(form));
        setTimeout(() => sent.delete(form), LONGEST_WAIT_MS);
    }

    addEventListener("w-autosave:save", (event) => {
        if (sent.has(event.target)) event.preventDefault();
        if (!event.defaultPrevented) saving.add(event.target);
    });
    addEventListener("w-autosave:success", finish);
    addEventListener("w-autosave:error", finish);

    addEventListener("submit", (event) => {
        const { target: form, submitter } = event;
        if (!saving.has(form)) {
            send(form, event);
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        clearTimeout(waiting.get(form)?.timer);
        waiting.set(form, {
            name: submitter?.name ?? "",
            value: submitter?.value ?? "",
            timer: setTimeout(finish, LONGEST_WAIT_MS, { target: form }),
        });
    }, { capture: true });
})();
