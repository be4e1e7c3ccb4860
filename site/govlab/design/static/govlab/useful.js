// Sends the answer to “Was this page useful?” without leaving the page. Where that fails, the form
// is sent as it is without this script.
for (const form of document.querySelectorAll("[data-useful]")) {
    form.addEventListener("submit", async (event) => {
        const button = event.submitter;
        if (!button || form.dataset.sent) return;
        event.preventDefault();
        const answer = new URLSearchParams({ [button.name]: button.value });
        try {
            const response = await fetch(form.action, { method: "POST", body: answer });
            if (!response.ok) throw new Error(String(response.status));
        } catch {
            form.dataset.sent = "again";
            form.requestSubmit(button);
            return;
        }
        const thanks = form.querySelector("[data-thanks]");
        form.querySelector(".useful__buttons").remove();
        thanks.textContent = thanks.dataset.thanks;
        thanks.tabIndex = -1;
        thanks.focus();
    });
}
