// How a course made with Satchel is walked, by the hooks that its components document.
({
  pages() {
    return [...document.querySelectorAll("[data-page]")].map((page) => ({ id: page.id, title: page.dataset.title ?? page.id, waits: page.dataset.waits !== undefined }));
  },

  /** The language that is shown. */
  language() {
    return document.documentElement.lang;
  },

  turnTo(id) {
    location.hash = `#${id}`;
  },

  isAt(id) {
    const page = document.getElementById(id);
    return Boolean(page?.checkVisibility());
  },

  form(id) {
    return document.querySelector(`[data-item="${CSS.escape(id)}"]`);
  },

  /** The questions of the page that is shown. */
  items() {
    return [...document.querySelectorAll("[data-item]")]
      .filter((item) => item.checkVisibility())
      .map((item) => ({ id: item.dataset.item, kind: item.dataset.kind, held: item.dataset.held !== undefined, button: Boolean(item.querySelector("[data-check]")), story: Boolean(item.querySelector("[data-decisions]")) }));
  },

  /** What a learner sees of a question now. */
  seen(id) {
    const form = this.form(id);
    const words = (element) => (element?.innerText ?? "").replace(/\s+/g, " ").trim();
    return {
      state: form.dataset.state,
      spent: form.dataset.spent !== undefined,
      feedback: words(form.querySelector("[data-feedback]")),
      problem: words(form.querySelector("[data-problem]")) || words(form.querySelector("[data-error]")),
      fields: this.fields(form),
    };
  },

  fields(form) {
    const sequence = [...form.querySelectorAll("[data-sequence] > *")].map((step) => step.dataset.choice);
    if (sequence.length) return sequence;
    const scene = form.querySelector("[data-scene][data-now]");
    if (scene) return [scene.dataset.scene];
    return [...form.querySelectorAll("input, select, textarea")]
      .filter((field) => field.type !== "radio" && field.type !== "checkbox" ? true : field.checked)
      .filter((field) => field.name || field.localName === "textarea")
      .map((field) => (/^(radio|checkbox)$/.test(field.type) || field.localName === "textarea" ? field.value : `${field.name}.${field.value}`));
  },

  /** Chooses or writes an answer: ids of options, pairs `row.target`, words of gaps, one number, or words. */
  give(id, kind, answer) {
    const form = this.form(id);
    const put = (field, value) => {
      field.value = value;
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    };
    if (kind === "order") {
      answer.forEach((step, place) => {
        const list = form.querySelector(`[data-choice="${CSS.escape(step)}"] select`);
        put(list, list.options[place].value);
      });
      return;
    }
    const boxes = [...form.querySelectorAll("fieldset input[type=radio], fieldset input[type=checkbox]")];
    for (const box of boxes) if (box.checked !== answer.includes(box.value) && (box.type === "checkbox" || answer.includes(box.value))) box.click();
    for (const list of form.querySelectorAll("fieldset select")) {
      const pair = answer.find((one) => one.startsWith(`${list.name}.`));
      if (pair) put(list, pair.slice(list.name.length + 1));
    }
    const gaps = [...form.querySelectorAll("fieldset input[type=text]")];
    gaps.forEach((gap, place) => put(gap, answer[place] ?? ""));
    const box = form.querySelector("textarea");
    if (box) put(box, answer[0] ?? "");
  },

  /** Puts the focus on a choice of a story that leads to a scene not met yet, else on “Back”; gives its id, "<" or "". */
  towards(id, met, focus = true) {
    const links = [...this.form(id).querySelectorAll("[data-now] [data-decisions] a")];
    const link = links.find((one) => !met.includes(one.getAttribute("href").slice(1)));
    const back = this.form(id).querySelector('[data-turn="back"]');
    const control = link ?? (back?.checkVisibility() ? back : null);
    if (focus) control?.focus();
    return link?.getAttribute("href").slice(1) ?? (control ? "<" : "");
  },

  /** Puts the focus on the button that checks a question, or its module; gives whether there is one. */
  focusCheck(id) {
    const button = this.form(id)?.querySelector("[data-check]");
    button?.focus();
    return document.activeElement === button && Boolean(button);
  },

  /** Puts the focus on the button that says that the one attempt there is may be used; gives whether it asks. */
  focusSure(id) {
    const button = this.form(id)?.querySelector("[data-sure] button");
    button?.focus();
    return Boolean(button) && document.activeElement === button;
  },

  focusHandIn() {
    const button = [...document.querySelectorAll("[data-hand-in]")].find((one) => one.checkVisibility());
    button?.focus();
    return Boolean(button) && document.activeElement === button;
  },

  /** Opens all that can be opened in the main part; gives how many were shut. */
  openAll() {
    const shut = [...document.querySelectorAll("main details:not([open])")].filter((one) => one.checkVisibility());
    shut.forEach((one) => one.querySelector("summary")?.click());
    return shut.length;
  },

  /** What the page says of the work as a whole. */
  standing() {
    const words = (selector) => [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? "").replace(/\s+/g, " ").trim()).filter(Boolean);
    return {
      progress: words("[data-progress]"),
      status: words("[data-save-status]").join(" "),
      trouble: Boolean(document.querySelector("[data-save-status][data-trouble], [data-trouble]")),
      notice: words("[data-notice]:not([hidden])").join(" "),
    };
  },
})
