// Suggests pages while a reader types, as a combobox with a list. Without a chosen suggestion Enter
// does what it does without this script: it searches.
const DELAY = 150;
const SHORTEST = 2;

for (const form of document.querySelectorAll("[data-suggest]")) {
    suggestOn(form, form.querySelector("input[type=search]"), JSON.parse(form.dataset.texts));
}

function suggestOn(form, input, texts) {
    const list = make("ul", { id: `${input.id}-list`, role: "listbox", class: "suggestions", hidden: "" });
    const status = make("p", { role: "status", class: "visually-hidden" });
    list.setAttribute("aria-label", texts.label);
    input.parentElement.append(list);
    form.append(status);
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });

    let items = [];
    let active = -1;
    let timer = 0;
    let request = null;

    function forget() {
        clearTimeout(timer);
        request?.abort();
        request = null;
    }

    function close() {
        forget();
        list.hidden = true;
        list.replaceChildren();
        items = [];
        input.setAttribute("aria-expanded", "false");
        choose(-1);
        status.textContent = "";
    }

    function choose(place) {
        list.children[active]?.setAttribute("aria-selected", "false");
        active = place;
        const option = list.children[active];
        option?.setAttribute("aria-selected", "true");
        option?.scrollIntoView({ block: "nearest" });
        if (option) input.setAttribute("aria-activedescendant", option.id);
        else input.removeAttribute("aria-activedescendant");
    }

    function show(found) {
        items = found;
        list.replaceChildren(...items.map(option));
        list.hidden = !items.length;
        input.setAttribute("aria-expanded", String(items.length > 0));
        choose(-1);
        status.textContent = texts.counts[Math.min(items.length, texts.counts.length - 1)];
    }

    function option(item, place) {
        const made = make("li", { id: `${list.id}-${place}`, role: "option", "aria-selected": "false" });
        const title = make("span", {});
        const type = make("small", {});
        title.textContent = item.title;
        type.textContent = texts.types[item.type] ?? "";
        made.append(title, " ", type);
        made.addEventListener("click", () => open(item));
        return made;
    }

    function open(item) {
        forget();
        location.assign(item.path);
    }

    async function ask(words) {
        request = new AbortController();
        const { signal } = request;
        try {
            const address = `${form.dataset.suggest}&q=${encodeURIComponent(words)}`;
            const answer = await fetch(address, { signal, credentials: "omit" });
            if (!answer.ok) throw new Error(answer.status);
            const { items: found } = await answer.json();
            if (!signal.aborted) show(found);
        } catch {
            // Suggestions are a help: without them the search works as ever.
            if (!signal.aborted) close();
        }
    }

    function suggest(delay) {
        const words = input.value.trim();
        if (words.length < SHORTEST) {
            close();
            return;
        }
        forget();
        timer = setTimeout(ask, delay, words);
    }

    input.addEventListener("input", () => suggest(DELAY));

    input.addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        const last = items.length - 1;
        if (event.key === "Escape" && (!list.hidden || input.value)) {
            // The first press closes the list, the next one clears the field, in every browser.
            if (list.hidden) input.value = "";
            close();
        } else if (list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
            suggest(0);
        } else if (["Home", "End"].includes(event.key) && active >= 0) {
            choose(-1);
            return;
        } else if (event.key === "ArrowDown" && last >= 0) {
            choose(active === last ? -1 : active + 1);
        } else if (event.key === "ArrowUp" && last >= 0) {
            choose(active === -1 ? last : active - 1);
        } else if (event.key === "Enter" && active >= 0) {
            open(items[active]);
        } else {
            return;
        }
        event.preventDefault();
    });

    form.addEventListener("submit", close);
    input.addEventListener("blur", close);
    // A press on the list must not take the focus from the field before the click is there.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    // The browser may bring this page back as it was left.
    addEventListener("pagehide", close);
}

function make(name, attributes) {
    return set(document.createElement(name), attributes);
}

function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
}
