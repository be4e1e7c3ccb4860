// Editors' bar on the public site. A cookie says that somebody is logged in to the administration;
// whether the account may still have the bar is for the server to say.
const loggedIn = document.cookie.split("; ").some((cookie) => cookie.startsWith("govlab_editor="));
const framed = window.top !== window;

// Wagtail's bar writes HTML, which the policy of the site forbids. For editors it may, with scripts
// of this site only; pages of readers have no such exception.
function allowTheBar() {
    window.trustedTypes?.createPolicy("default", {
        createHTML: (html) => html,
        // Of blocks of data; the policy forbids inline code as it does everywhere.
        createScript: (text) => text,
        createScriptURL: (url) =>
            new URL(url, location.href).origin === location.origin ? url : null,
    });
}

// Scripts in parsed HTML do not run; copies of them do, in their order.
function executable(script) {
    const copy = document.createElement("script");
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    copy.async = false;
    return copy;
}

if (loggedIn && !framed) {
    const path = encodeURIComponent(window.location.pathname);
    const response = await fetch(`/admin/userbar/?path=${path}`, {
        headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (response.ok) {
        allowTheBar();
        const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
        const nodes = [...parsed.head.children, ...parsed.body.children];
        document.body.append(
            ...nodes.map((node) => (node.matches("script[src]") ? executable(node) : node)),
        );
    }
}
