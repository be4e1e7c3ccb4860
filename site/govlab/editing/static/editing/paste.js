// Pastes from Word, web pages and other programs become blocks of the body. What one text block can
// hold is left to Wagtail's editor; the rest is converted by the server (`editing/pasting`).
(() => {
    const { url, texts } = JSON.parse(document.getElementById("govlab-paste").textContent);
    const ROOT = "body-root";
    const WRITING = ".public-DraftEditor-content, [data-draftail-editor-wrapper]";
    const STRUCTURE = [
        "h1", "h2", "h3", "h4", "h5", "h6", "[role=heading]", "table", "blockquote", "img",
        "[style*='mso-list']", "[class*='MsoTitle']", "[style*='vertical-align:super']",
        "[href^='#_ftn']", "[href^='#ftnt']", "[href^='#sdfootnote']",
    ].join();
    // Copied within this editor, which pastes its own text best.
    const OWN = "[data-draftjs-conductor-fragment]";

    const stream = () => document.getElementById(ROOT)?.rootBlock;

    // Into an empty block, whatever is more than one line goes the same way.
    function isForBlocks(html, child) {
        const { body } = new DOMParser().parseFromString(html, "text/html");
        if (body.querySelector(OWN)) return false;
        const lines = isEmpty(child) ? body.querySelectorAll("p, li, br, div").length : 0;
        return lines > 1 || body.querySelector(STRUCTURE) !== null;
    }

    function say(lines, ...actions) {
        document.getElementById("govlab-pasted")?.remove();
        const box = document.createElement("div");
        box.id = "govlab-pasted";
        box.className = "help-block help-info";
        box.setAttribute("role", "status");
        const { style } = box;
        Object.assign(style, {
            position: "fixed", insetBlockEnd: "5rem", insetInlineEnd: "1rem", zIndex: "100",
            maxWidth: "min(28rem, calc(100vw - 2rem))", maxHeight: "60vh", overflow: "auto",
        });
        const [first, ...rest] = lines;
        const paragraph = document.createElement("p");
        paragraph.textContent = first;
        box.append(paragraph);
        if (rest.length) {
            const list = document.createElement("ul");
            list.style.listStyle = "disc";
            list.style.paddingInlineStart = "1.25rem";
            list.append(...rest.map((line) => {
                const item = document.createElement("li");
                item.textContent = line;
                return item;
            }));
            const title = document.createElement("p");
            title.textContent = texts.left;
            box.append(title, list);
        }
        box.append(...actions, button(texts.close, () => box.remove(), true));
        document.body.append(box);
    }

    function button(label, act, secondary = false) {
        const element = document.createElement("button");
        element.type = "button";
        element.className = `button button-small${secondary ? " button-secondary" : ""} w-mt-2 w-mr-2`;
        element.textContent = label;
        element.addEventListener("click", act);
        return element;
    }

    async function converted(html) {
        const body = new FormData();
        // Pictures within the text are not taken, and would only be heavy.
        body.set("html", html.replace(/(["'(])data:[^"')\s]{200,}/gi, "$1data:"));
        const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
        const response = await fetch(url, {
            method: "POST",
            body,
            headers: { "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
        });
        const answer = await response.json();
        if (!response.ok) throw new Error(answer.error);
        return answer;
    }

    // Around the writing itself, Wagtail's editor has a placeholder and buttons with texts of their own.
    const written = (child) => child.element.querySelector(".public-DraftEditor-content")?.textContent ?? "";
    const isEmpty = (child) => child.type === "rich_text" && !written(child).trim();

    function insert(blocks, index, replaced) {
        const inserted = blocks.map((block, number) => (
            stream().insert({ ...block, id: null }, index + number, { animate: false })
        ));
        // Taken before its editor is gone.
        const empty = replaced && { type: "rich_text", value: replaced.block.getState(), id: null };
        if (replaced) stream().deleteBlock(stream().children.indexOf(replaced));
        inserted[0].element.scrollIntoView({ block: "nearest" });
        document.querySelector("form[data-edit-form]")?.dispatchEvent(new Event("change", { bubbles: true }));
        return () => {
            const first = stream().children.indexOf(inserted[0]);
            for (const child of inserted) {
                const place = stream().children.indexOf(child);
                if (place >= 0) stream().deleteBlock(place);
            }
            if (empty && first >= 0) stream().insert(empty, Math.min(first, stream().children.length), {});
            document.getElementById("govlab-pasted")?.remove();
        };
    }

    async function paste(html, child) {
        let answer;
        try {
            answer = await converted(html);
        } catch (error) {
            say([error instanceof SyntaxError || !error.message ? texts.failed : error.message]);
            return false;
        }
        if (!answer.blocks.length) {
            say([texts.nothing, ...answer.left_out]);
            return false;
        }
        const { children } = stream();
        const index = child ? children.indexOf(child) + 1 : children.length;
        const undo = insert(answer.blocks, index, child && isEmpty(child) ? child : null);
        say([child ? texts.inserted : texts.appended, ...answer.left_out], button(texts.undo, undo));
        return true;
    }

    const asHtml = (text) => text.split(/\n{2,}|\r\n\r\n/).map((part) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = part;
        return paragraph.outerHTML;
    }).join("");

    document.addEventListener("paste", (event) => {
        const { target, clipboardData } = event;
        if (!stream() || !(target instanceof Element) || !target.closest(WRITING)) return;
        const child = stream().children.find(({ type, element }) => (
            type === "rich_text" && element.contains(target)
        ));
        const html = clipboardData?.getData("text/html") ?? "";
        if (!child || !html || !isForBlocks(html, child)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        paste(html, child);
    }, { capture: true });

    function dialog() {
        const box = document.createElement("dialog");
        box.setAttribute("aria-label", texts.title);
        const title = document.createElement("h2");
        title.textContent = texts.title;
        title.className = "w-h2";
        const help = document.createElement("p");
        help.textContent = texts.help;
        const field = document.createElement("textarea");
        field.setAttribute("aria-label", texts.title);
        field.rows = 4;
        field.style.marginBlockEnd = "0.5rem";
        field.addEventListener("paste", async (event) => {
            event.preventDefault();
            const { clipboardData } = event;
            const html = clipboardData.getData("text/html") || asHtml(clipboardData.getData("text/plain"));
            box.close();
            await paste(html, null);
        });
        Object.assign(box.style, { maxWidth: "32rem", padding: "1.5rem", margin: "auto" });
        box.append(title, help, field, button(texts.close, () => box.close(), true));
        box.addEventListener("close", () => box.remove());
        document.body.append(box);
        box.showModal();
        field.focus();
    }

    window.addEventListener("load", () => {
        if (!stream()) return;
        const opener = button(texts.button, dialog, true);
        opener.id = "govlab-paste-text";
        document.getElementById(ROOT).before(opener);
    });
})();
