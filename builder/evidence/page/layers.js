// What opens a layer: a dialog, a menu, a drawer, a part that unfolds. Opened and shut as a learner with keys does it.
(() => {
  const OPENERS = "summary, button[aria-expanded], [role=button][aria-expanded], a[aria-expanded], button[aria-haspopup], [role=button][aria-haspopup], [popovertarget], [commandfor]";
  const LAYERS = "dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], :popover-open";
  const INSIDE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const SHUTS = /^([×✕✖✗xX]|close|shut|dismiss|cancel|done|ok|hide|back|schließen|fermer|cerrar|chiudi|sluiten|cau|zamknij|закрити|إغلاق|סגור|بستن|بند کریں)(?!\p{L})/iu;

  return {
    all: [],
    layer: null,
    before: new Set(),

    /** What may open a layer and was not tried yet, one of each look; gives what each is called. */
    number() {
      const looks = new Set([...document.querySelectorAll("[data-layer-tried]")].map((one) => one.dataset.layerTried));
      this.all = [];
      for (const one of document.querySelectorAll(OPENERS)) {
        if (one.matches("[aria-haspopup=false], [role=tab], :disabled, [aria-disabled=true]") || !window.structure.shown(one) || this.isOpen(one)) continue;
        const look = one.localName === "summary" ? `${one.parentElement.className} ${Object.keys(one.parentElement.dataset)}` : `${one.className} ${one.getAttribute("aria-controls")} ${one.getAttribute("popovertarget")} ${one.getAttribute("commandfor")} ${this.all.length}`;
        if (looks.has(look)) continue;
        looks.add(look);
        one.dataset.layerTried = look;
        this.all.push(one);
      }
      return this.all.map((one) => window.structure.name(one));
    },

    /** Puts the focus on what opens a layer; gives whether it could. */
    focusOn(number) {
      window.focus();
      this.all[number].focus();
      this.before = new Set([...document.querySelectorAll(LAYERS)].filter((one) => one.checkVisibility()));
      return document.activeElement === this.all[number];
    },

    /** The layer that an opener names. */
    named(opener) {
      if (opener.localName === "summary") return opener.parentElement;
      const id = opener.getAttribute("popovertarget") ?? opener.getAttribute("commandfor") ?? opener.getAttribute("aria-controls");
      return id ? document.getElementById(id) : null;
    },

    isOpen(opener) {
      if (opener.localName === "summary") return opener.parentElement.open;
      return opener.getAttribute("aria-expanded") === "true";
    },

    /** Whether something has opened since the focus was put on the opener; remembers what. */
    opened(number) {
      const opener = this.all[number];
      const come = [...document.querySelectorAll(LAYERS)].filter((one) => one.checkVisibility() && !this.before.has(one));
      const named = this.named(opener);
      this.layer = come.at(-1) ?? (named?.checkVisibility() && this.isOpen(opener) ? named : null);
      if (!this.layer && this.isOpen(opener)) opener.click(); // whatever it opened is shut again
      return Boolean(this.layer);
    },

    /** Puts the focus into the layer, where the page has not. */
    enter() {
      if (this.layer.contains(document.activeElement) && !document.activeElement.matches("summary")) return;
      const stops = [...this.layer.querySelectorAll(INSIDE)].filter((one) => one.checkVisibility({ checkVisibilityCSS: true }) && one.tabIndex >= 0 && !this.all.includes(one) && !one.matches(":disabled"));
      stops[0]?.focus();
    },

    /** Whether the layer is still there. */
    isThere(number) {
      return this.layer.localName === "details" ? this.layer.open : this.layer.checkVisibility() && (this.isOpen(this.all[number]) || this.layer.matches(LAYERS));
    },

    /** Puts the focus on the button of the layer that shuts it; gives whether there is one. */
    focusShut() {
      const shuts = (one) => one.matches("[popovertargetaction=hide], [command=close], [formmethod=dialog]") || SHUTS.test(window.named.called(one));
      const button = [...this.layer.querySelectorAll("button, [role=button], input[type=submit]")].find((one) => window.structure.shown(one) && shuts(one));
      button?.focus();
      return Boolean(button) && document.activeElement === button;
    },

    /** Where the focus is now that the layer is shut: whether it is lost, whether it is where it came from, else its name. */
    focus(number) {
      const opener = this.all[number];
      const { lost, name } = window.structure.focused();
      const here = document.activeElement;
      // A part that unfolds in the page keeps what has the focus where it is.
      return { lost, name, back: here === opener || opener.contains(here) || (opener.localName === "summary" && this.layer.contains(here)) };
    },

    /** Shuts what is still open, whatever the page does. */
    shut(number) {
      const opener = this.all[number];
      if (this.layer.localName === "details") this.layer.open = false;
      else if (this.layer.matches("dialog[open]")) this.layer.close();
      else if (this.layer.matches(":popover-open")) this.layer.hidePopover();
      else if (this.isOpen(opener)) opener.click();
      document.activeElement?.blur();
    },
  };
})()
