"""Complaints of engines that the accessibility tree calls false, each beside one that it does not."""

from dataclasses import dataclass

from tests.evidence.pairs import WORDS, main, page


@dataclass(frozen=True)
class Doubt:
    """A rule of an engine, where it is set aside and where it is not."""

    engine: str
    rule: str
    saying: str
    """What the tree says where it is set aside."""
    aside: str
    kept: str
    whole: bool = False
    """Whether these are whole documents, not what stands in the main part."""

    def __str__(self) -> str:
        """A name for reports."""
        return f"{self.engine} {self.rule}: {self.saying}"

    def documents(self) -> tuple[str, str]:
        """Both pages."""
        if self.whole:
            return self.aside, self.kept
        return page(main(self.aside)), page(main(self.kept))


HIDDEN = "<style>.h { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%) }</style>"
SHUT = "<details><summary class=target>More</summary>%s</details>"
NAMELESS = "<form><label>One <input></label></form><form><label>Other <input></label></form>"
SAME_NAME = NAMELESS.replace("<form>", "<form aria-label=Search>")
GROUP = "<fieldset role=none><label>Name <input></label></fieldset>"
NO_LEGEND = "<fieldset><label>Name <input></label></fieldset>"
DANGLING = f"<h1>A page</h1>{WORDS}<a href='#nowhere' class=target>Skip it</a>"

PRACTICE = {
    ("ibm", "aria_complementary_labelled"): f"<aside>{WORDS}</aside>",
    ("ibm", "aria_application_labelled"): f"<div role=application>{WORDS}</div>",
    ("ibm", "aria_navigation_label_unique"): 2 * f"<nav aria-label=Parts>{WORDS}</nav>",
    ("ibm", "aria_complementary_label_unique"): 2 * f"<aside aria-label=Notes>{WORDS}</aside>",
    ("ibm", "aria_banner_label_unique"): 2 * f"<div role=banner aria-label=Top>{WORDS}</div>",
    ("ibm", "aria_contentinfo_label_unique"): 2 * f"<div role=contentinfo aria-label=Foot>{WORDS}</div>",
    ("ibm", "aria_region_label_unique"): 2 * f"<section aria-label=Part>{WORDS}</section>",
    ("ibm", "aria_article_label_unique"): 2 * f"<article aria-label=News>{WORDS}</article>",
    ("htmlcs", "1_3_1_AAA.G141"): "<h2>Part</h2><h4>Detail</h4>",
}
"""A page for each rule that is good practice, whatever its engine says."""
DOUBTS = (
    Doubt("ibm", "input_label_exists", "named", f"{HIDDEN}<label class=h for=name>Name</label><input id=name>", "<input id=name>"),
    Doubt("ibm", "input_label_exists", "absent", SHUT % "<label>Name</label><input>", "<input>"),
    Doubt("ibm", "fieldset_label_valid", "absent", SHUT % "<fieldset><legend>You</legend><label>Name <input></label></fieldset>", NO_LEGEND),
    Doubt("ibm", "fieldset_legend_valid", "no role", GROUP, NO_LEGEND),
    Doubt("ibm", "fieldset_legend_valid", "named", f"{HIDDEN}<fieldset><legend class=h>You</legend><label>Name <input></label></fieldset>", NO_LEGEND),
    Doubt("ibm", "aria_form_label_unique", "nameless", NAMELESS, SAME_NAME),
    Doubt("ibm", "aria_landmark_name_unique", "nameless", NAMELESS, SAME_NAME),
    Doubt("ibm", "element_tabbable_role_valid", "named", "<div tabindex=0 role=region aria-label=Table>Words</div>", "<div tabindex=0 role=region>Words</div>"),
    Doubt("htmlcs", "1_3_1.H71.NoLegend", "no role", GROUP, NO_LEGEND),
    Doubt("htmlcs", "1_3_1.H71.NoLegend", "named", NO_LEGEND.replace("<fieldset>", "<p id=you>You</p><fieldset aria-labelledby=you>"), NO_LEGEND),
    Doubt("htmlcs", "4_1_2.H91.Fieldset.Name", "no role", GROUP, NO_LEGEND),
    Doubt("htmlcs", "4_1_2.H91.Button.Name", "absent", "<button hidden></button>", "<button></button>"),
    Doubt("htmlcs", "4_1_2.H91.Button.Name", "named", "<button><svg role=img aria-label=Close></svg></button>", "<button><svg></svg></button>"),
    Doubt("htmlcs", "4_1_2.H91.InputRange.Name", "absent", SHUT % "<input type=range>", "<input type=range>"),
    Doubt("htmlcs", "1_3_1.F68", "absent", SHUT % "<input>", "<input>"),
    Doubt("htmlcs", "1_3_1.F68", "named", "<div role=textbox aria-label=Name><input placeholder=Name></div>", "<input>"),
    Doubt("htmlcs", "3_2_2.H32.2", "nameless", NAMELESS, SAME_NAME),
    Doubt("htmlcs", "3_2_2.H32.2", "absent", SHUT % SAME_NAME, SAME_NAME),
    Doubt("htmlcs", "2_4_1.G1,G123,G124.NoSuchID", "main", page(f"<main>{DANGLING}</main>"), page(f"<div>{DANGLING}</div>"), whole=True),
)  # fmt: skip
"""Each is tried in a browser."""
