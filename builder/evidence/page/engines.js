// Runs engines of others in a page, and marks what they complain of, so that the accessibility tree can be asked about it.
({
  marked: [],

  /** A copy of each complaint that can be sent; the element of each is marked with its number, the page itself with 0. */
  mark(complaints) {
    this.unmark();
    this.marked.push(document.documentElement);
    document.documentElement.setAttribute("data-complaint", "0");
    return complaints.map(({ element, ...said }) => {
      if (!(element instanceof Element)) return { ...said, place: "the page", number: 0 };
      if (!element.hasAttribute("data-complaint")) {
        element.setAttribute("data-complaint", String(this.marked.length));
        this.marked.push(element);
      }
      return { ...said, place: window.probes.name(element), number: Number(element.getAttribute("data-complaint")) };
    });
  },

  unmark() {
    for (const element of this.marked.splice(0)) element.removeAttribute("data-complaint");
  },

  /** What IBM's engine says with certainty: rules that can only ask for a look are not run. */
  async ibm() {
    const checker = (this.checker ??= new window.engineOf.ace.Checker());
    const certain = (id) => Object.keys(checker.engine.getRule(id)?.messages?.["en-US"] ?? {}).some((reason) => /^fail/i.test(reason));
    // Its own way to leave out a rule leaves out all of them.
    checker.rulesetRules.WCAG_2_2 = checker.rulesetRules.WCAG_2_2.filter(certain);
    const { results } = await checker.check(document, ["WCAG_2_2"]);
    const number = (id) => [checker.engine.getRule(id).rulesets.find((set) => set.id.includes("WCAG_2_2"))?.num ?? ""].flat()[0];
    return this.mark(
      results
        .filter(({ value }) => value[1] === "FAIL")
        .map(({ ruleId, value, message, node }) => ({ rule: ruleId, criterion: value[0] === "VIOLATION" ? number(ruleId) : "", words: message, element: node })),
    );
  },

  /** What HTML_CodeSniffer says with certainty: its errors, not its warnings and notices. */
  htmlcs() {
    const ERROR = 1;
    const read = () => window.engineOf.HTMLCS.getMessages().filter(({ type }) => type === ERROR);
    const said = ({ code, msg, element }) => ({ rule: code.split(".").slice(3).join("."), criterion: code.split(".")[3].split("_").slice(0, 3).join("."), words: msg, element });
    return new Promise((done, fail) => window.engineOf.HTMLCS.process("WCAG2AAA", document, () => done(this.mark(read().map(said))), fail));
  },
})
