// Wagtail's date picker puts the present day in place of what it cannot read. Here what was typed
// stays: a date in any way that the server reads is rewritten as the picker writes it, and
// anything else is left for the server to refuse.
(() => {
    const picker = window.jQuery?.fn.datetimepicker;
    if (!picker) return;
    picker.defaults.validateOnBlur = false;

    // Beginnings of the months' names, which in Latvian end in many ways.
    const MONTHS = [
        ["jan"], ["feb"], ["mar"], ["apr"], ["mai", "may"], ["jūn", "jun"],
        ["jūl", "jul"], ["aug"], ["sep"], ["okt", "oct"], ["nov"], ["dec"],
    ];
    const TIME = String.raw`(?:,?\s+(?:plkst\.?\s*)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.]\d{2})?)?$`;
    const DATES = [
        String.raw`^(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4}|\d{2})\.?`,
        String.raw`^(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4}|\d{2})`,
        String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`,
        String.raw`^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})\.?`,
        String.raw`^(?<year>\d{4})\.?\s*(?:gada|g\.)?\s*(?<day>\d{1,2})\.?\s*(?<name>\p{L}+)`,
        String.raw`^(?<day>\d{1,2})\.?\s+(?<name>\p{L}+),?\s+(?<year>\d{4})\.?(?:\s*(?:gads|gada|gadā|g\.))?`,
        String.raw`^(?<name>\p{L}+)\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})`,
    ].map((date) => new RegExp(date + TIME, "iu"));

    function monthOf({ month, name }) {
        if (month) return Number(month);
        const beginning = name.toLowerCase();
        return MONTHS.findIndex((names) => names.some((known) => beginning.startsWith(known))) + 1;
    }

    function yearOf({ year }) {
        return Number(year) + (year.length > 2 ? 0 : Number(year) < 69 ? 2000 : 1900);
    }

    // The parts that the picker's format names, or null where the text is no such date. A day
    // without a time begins at midnight, as the server has it.
    function read(text, timed) {
        const found = DATES.map((date) => date.exec(text.trim())?.groups).find(Boolean);
        if (!found || (found.hour !== undefined && !timed)) return null;
        const [year, month, day] = [yearOf(found), monthOf(found), Number(found.day)];
        const [hour, minute] = [Number(found.hour ?? 0), Number(found.minute ?? 0)];
        const date = new Date(year, month - 1, day);
        const exists = date.getMonth() === month - 1 && date.getDate() === day;
        if (!exists || hour > 23 || minute > 59) return null;
        const two = (number) => String(number).padStart(2, "0");
        return { Y: String(year), m: two(month), d: two(day), H: two(hour), i: two(minute) };
    }

    document.addEventListener("focusout", ({ target }) => {
        const calendar = window.jQuery(target).data("xdsoft_datetimepicker");
        if (!calendar) return;
        // As its own handler would, which is off.
        calendar.trigger("close.xdsoft");
        const options = calendar.data("options");
        const parts = options.datepicker && read(target.value, options.timepicker);
        if (!parts) return;
        const text = options.format.replace(/[YmdHi]/g, (part) => parts[part]);
        if (text === target.value) return;
        target.value = text;
        target.dispatchEvent(new Event("change", { bubbles: true }));
    });
})();
