// The checks of texts in the side panel of the page editor: asked for when the panel is opened and
// after each save of the draft.
(() => {
    const root = document.querySelector("[data-content-checks]");
    const form = document.querySelector("form[data-edit-form]");
    if (!root || !form) return;
    const list = root.querySelector("[data-content-checks-list]");
    const before = root.querySelector("[data-content-checks-before]");
    const panel = root.closest("[data-side-panel]");
    let asked = 0;

    // A new page has an address of its own once it has been saved.
    const page = () => /\/pages\/(\d+)\/edit\//.exec(form.action)?.[1];
    const address = () => root.dataset.contentChecks.replace("/0/", `/${page()}/`);
    const visible = () => !panel || (!panel.hidden && panel.offsetParent !== null);

    async function check(options = {}) {
        if (!page() || !visible()) return;
        const number = ++asked;
        const response = await fetch(address(), {
            headers: { "X-Requested-With": "XMLHttpRequest" }, ...options,
        }).catch(() => null);
        if (!response?.ok || number !== asked) return;
        list.innerHTML = await response.text();
        before.hidden = true;
    }

    function show(anchor) {
        const place = document.querySelector(
            `[data-contentpath="${CSS.escape(anchor)}"], #block-${CSS.escape(anchor)}-section`,
        ) ?? document.querySelector(`[name="${CSS.escape(anchor)}"]`);
        place?.scrollIntoView({ block: "center" });
        place?.querySelector("input:not([type=hidden]), textarea, [contenteditable=true]")?.focus();
    }

    root.addEventListener("click", ({ target }) => {
        const shown = target.closest("[data-show]");
        if (shown) show(shown.dataset.show);
        const added = target.closest("[data-add-word]");
        if (!added) return;
        const body = new FormData();
        body.set("word", added.dataset.addWord);
        body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
        check({ method: "POST", body, headers: { "X-Requested-With": "XMLHttpRequest" } });
    });
    panel?.addEventListener("show", () => check());
    form.addEventListener("w-autosave:success", () => check());
    check();
})();
