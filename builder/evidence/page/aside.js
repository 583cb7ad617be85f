// Takes pages of a course that are not shown out of the document while an engine looks, and puts them back as they were.
(() => {
  const REFER = "for headers list form usemap popovertarget aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-errormessage aria-activedescendant aria-flowto".split(" ");
  /** What starts anew when it is put back. */
  const LIVE = "iframe, object, embed, [data-film-frame]";

  return {
    taken: [],

    /** Sets aside what is hidden, but for parts that have to do with the rest: engines speak of those too. */
    put() {
      this.back();
      const hidden = [...document.querySelectorAll("[data-page], [data-answers]")].filter((one) => !one.checkVisibility() && !one.querySelector(LIVE));
      const kept = this.kept(hidden);
      for (const page of hidden) this.take(page, kept);
    },

    /** Elements of hidden pages that others refer to, that refer to others, or whose ids are met elsewhere too. */
    kept(hidden) {
      const isHidden = (one) => hidden.some((page) => page !== one && page.contains(one));
      const byId = Map.groupBy(document.querySelectorAll("[id]"), ({ id }) => id);
      const kept = new Set([...byId.values()].filter((same) => same.length > 1).flat());
      const all = [...document.querySelectorAll("*")];
      for (const one of all.filter(isHidden)) if (this.refersTo(one, REFER).some((id) => byId.get(id)?.some((other) => !isHidden(other)))) kept.add(one);
      const left = [...all.filter((one) => !isHidden(one)), ...kept];
      for (const one of left) {
        const found = this.refersTo(one, [...REFER, "href"]).flatMap((id) => byId.get(id) ?? []).filter((other) => !kept.has(other) && isHidden(other));
        for (const other of found) left.push(...[other, ...other.querySelectorAll("*")]);
        for (const other of found) kept.add(other);
      }
      return kept;
    },

    /** Ids that attributes of an element name. */
    refersTo(one, attributes) {
      return attributes.filter((name) => one.hasAttribute(name)).flatMap((name) => (one.getAttribute(name).startsWith("#") || name !== "href" ? one.getAttribute(name).replace(/^#/, "").split(/\s+/) : []));
    },

    /** Takes the children of an element away, but for those that are kept or have something in them that is. */
    take(element, kept) {
      for (const one of [...element.children].reverse()) {
        if (kept.has(one)) continue;
        if ([...one.querySelectorAll("*")].some((inner) => kept.has(inner))) this.take(one, kept);
        else {
          this.taken.push([one, one.parentNode, one.nextSibling]);
          one.remove();
        }
      }
    },

    /** Puts everything back. */
    back() {
      for (const [one, parent, next] of this.taken.splice(0).reverse()) parent.insertBefore(one, next);
    },
  };
})()
