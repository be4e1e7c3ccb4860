// Offers to play a video in the page. Nothing is loaded from the other site before the click.
for (const figure of document.querySelectorAll("[data-embed]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = figure.dataset.label;
    button.addEventListener("click", () => {
        const frame = document.createElement("iframe");
        frame.src = figure.dataset.embed;
        frame.title = figure.dataset.title;
        frame.allow = "fullscreen";
        frame.referrerPolicy = "strict-origin-when-cross-origin";
        button.replaceWith(frame);
        frame.focus();
    });
    figure.querySelector(".embed__actions").prepend(button);
}
