// Offers the former translation of a text whose original changed: a button puts it into the field of
// its row. Where there is no field, there is no button.
(() => {
    const FIELD = "textarea, input[type=text]";

    function connect(button) {
        const field = button.closest("[data-row]")?.querySelector(`[data-field-input] :is(${FIELD})`);
        if (!field) return;
        button.hidden = false;
        button.addEventListener("click", () => {
            if ("draftailInput" in field.dataset) paste(field, button.dataset.offer);
            else write(field, plain(button.dataset.offer));
        });
    }

    function plain(html) {
        const parsed = new DOMParser().parseFromString(html.replaceAll(/<br\s*\/?>/g, "\n"), "text/html");
        return parsed.body.textContent;
    }

    function write(field, text) {
        field.value = text;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
        field.focus();
    }

    // The editor of rich texts takes what is pasted, as its own form of the text.
    function paste(field, html) {
        const editable = field.parentElement.querySelector("[contenteditable=true]");
        if (!editable) return;
        editable.focus();
        window.getSelection().selectAllChildren(editable);
        editable.dispatchEvent(new Event("select", { bubbles: true }));
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", plain(html));
        const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
        requestAnimationFrame(() => editable.dispatchEvent(event));
    }

    const start = () => document.querySelectorAll("[data-offer]").forEach(connect);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
