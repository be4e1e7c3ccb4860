// A reader ticks off the steps of a method. What is done is kept in this browser only.
for (const guide of document.querySelectorAll("[data-guide]")) follow(guide, guide.dataset);
for (const place of document.querySelectorAll("[data-print]")) {
    place.replaceChildren(button(place.dataset.print, () => window.print()));
}

function follow(guide, texts) {
    const steps = [...guide.querySelectorAll(".guide__steps > li")];
    const boxes = steps.map(control);
    const status = make("p", { role: "status", tabindex: "-1" });
    const bar = make("progress", { max: steps.length, "aria-hidden": "true" });
    const onwards = button(texts.continue, () => focusOn(next(0)));
    const again = button(texts.again, restart);
    const progress = make("div", { class: "guide__progress" });
    progress.append(status, bar, onwards, again, make("small", {}, texts.kept));
    guide.querySelector("h2").after(progress);
    read(texts.guide, steps.length).forEach((place) => { boxes[place].checked = true; });
    show();

    function control(step, place) {
        const title = step.querySelector("h3");
        title.tabIndex = -1;
        const box = make("input", { type: "checkbox", "aria-label": `${texts.done}: ${title.textContent}` });
        const label = make("label", {});
        label.append(box, make("span", {}, texts.done));
        const line = make("div", { class: "guide__controls" });
        line.append(label, button(texts.next, () => {
            box.checked = true;
            keep();
            focusOn(next(place + 1));
        }));
        box.addEventListener("change", keep);
        step.append(line);
        return box;
    }

    // The first step not done, from a place on; all before it come last.
    function next(from) {
        const places = boxes.map((_, place) => (place + from) % boxes.length);
        return places.find((place) => !boxes[place].checked) ?? -1;
    }

    function focusOn(place) {
        (place < 0 ? status : steps[place].querySelector("h3")).focus();
    }

    function keep() {
        write(texts.guide, steps.length, boxes.flatMap((box, place) => (box.checked ? [place] : [])));
        show();
    }

    function restart() {
        boxes.forEach((box) => { box.checked = false; });
        keep();
        focusOn(0);
    }

    function show() {
        const done = boxes.filter((box) => box.checked).length;
        const finished = done === boxes.length;
        const text = finished ? texts.finished : texts.progress.replace("[done]", done).replace("[total]", boxes.length);
        // Said once: the text stays where only the look changes.
        if (status.textContent !== text) status.textContent = text;
        bar.value = done;
        onwards.hidden = !done || finished;
        again.hidden = !done;
        steps.forEach((step, place) => {
            step.toggleAttribute("data-is-done", boxes[place].checked);
            step.querySelector("button").hidden = boxes[place].checked;
        });
    }
}

// Storage may be full, or forbidden: then the page forgets when it is closed.
function read(guide, total) {
    try {
        const kept = JSON.parse(localStorage.getItem(key(guide)));
        return kept.total === total ? kept.done.filter((place) => place in Array(total).fill(0)) : [];
    } catch {
        return [];
    }
}

function write(guide, total, done) {
    try {
        if (done.length) localStorage.setItem(key(guide), JSON.stringify({ total, done }));
        else localStorage.removeItem(key(guide));
    } catch {
        // See above.
    }
}

function key(guide) {
    return `govlab.steps.${guide}`;
}

function button(text, action) {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", action);
    return made;
}

function make(name, attributes, text = "") {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.textContent = text;
    return made;
}
