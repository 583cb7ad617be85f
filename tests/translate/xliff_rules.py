"""The rules of XLIFF 2.0 (OASIS Standard, 5 August 2014) for its core, as a grammar and as constraints between elements.

The schema of OASIS is in no registry that we install from, so the grammar is written from section 4 of the standard.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

X = "{urn:oasis:names:tc:xliff:document:2.0}"

_YES_NO = "<choice><value>yes</value><value>no</value></choice>"
_TYPES = "".join(f"<value>{one}</value>" for one in ("fmt", "ui", "quote", "link", "image", "other"))


def _attribute(name: str, content: str = "<text/>") -> str:
    return f'<optional><attribute name="{name}">{content}</attribute></optional>'


_PREFIXED = '<data type="string"><param name="pattern">[^:\\s]+:.+</param></data>'
_CODE = "".join(
    (
        _attribute("canCopy", _YES_NO),
        _attribute("canDelete", _YES_NO),
        _attribute("canReorder", "<choice><value>yes</value><value>firstNo</value><value>no</value></choice>"),
        _attribute("subType", _PREFIXED),
        _attribute("type", f"<choice>{_TYPES}</choice>"),
    )
)
_NMTOKEN = '<data type="NMTOKEN"/>'
_NMTOKENS = '<data type="NMTOKENS"/>'
GRAMMAR = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:oasis:names:tc:xliff:document:2.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="xliff">
    <attribute name="version"><value>2.0</value></attribute>
    <attribute name="srcLang"><data type="language"/></attribute>
    {_attribute("trgLang", '<data type="language"/>')}
    <oneOrMore><element name="file">
      <attribute name="id">{_NMTOKEN}</attribute>
      {_attribute("original")}{_attribute("translate", _YES_NO)}{_attribute("canResegment", _YES_NO)}
      <optional><ref name="notes"/></optional>
      <oneOrMore><ref name="unit"/></oneOrMore>
    </element></oneOrMore>
  </element></start>
  <define name="notes"><element name="notes"><oneOrMore><element name="note">
    {_attribute("id", _NMTOKEN)}{_attribute("category")}
    {_attribute("priority", '<data type="integer"><param name="minInclusive">1</param><param name="maxInclusive">10</param></data>')}
    {_attribute("appliesTo", "<choice><value>source</value><value>target</value></choice>")}<text/>
  </element></oneOrMore></element></define>
  <define name="unit"><element name="unit">
    <attribute name="id">{_NMTOKEN}</attribute>
    {_attribute("name")}{_attribute("translate", _YES_NO)}{_attribute("canResegment", _YES_NO)}{_attribute("type")}
    <optional><ref name="notes"/></optional>
    <optional><element name="originalData"><oneOrMore><element name="data">
      <attribute name="id">{_NMTOKEN}</attribute><ref name="text"/></element></oneOrMore></element></optional>
    <oneOrMore><choice><ref name="segment"/><ref name="ignorable"/></choice></oneOrMore>
  </element></define>
  <define name="segment"><element name="segment">
    {_attribute("id", _NMTOKEN)}{_attribute("canResegment", _YES_NO)}
    {_attribute("state", "<choice><value>initial</value><value>translated</value><value>reviewed</value><value>final</value></choice>")}
    {_attribute("subState", _PREFIXED)}
    <ref name="both"/></element></define>
  <define name="ignorable"><element name="ignorable">{_attribute("id", _NMTOKEN)}<ref name="both"/></element></define>
  <define name="both">
    <element name="source"><ref name="inline"/></element><optional><element name="target"><ref name="inline"/></element></optional>
  </define>
  <define name="text"><zeroOrMore><choice><text/><element name="cp">
    <attribute name="hex"><data type="hexBinary"/></attribute></element></choice></zeroOrMore></define>
  <define name="inline">
    {_attribute("xml:space", "<choice><value>default</value><value>preserve</value></choice>")}{_attribute("xml:lang")}
    <ref name="pieces"/></define>
  <define name="pieces"><zeroOrMore><choice><text/>
    <element name="cp"><attribute name="hex"><data type="hexBinary"/></attribute></element>
    <element name="ph"><attribute name="id">{_NMTOKEN}</attribute>{_CODE}{_attribute("dataRef", _NMTOKEN)}
      {_attribute("disp")}{_attribute("equiv")}{_attribute("subFlows", _NMTOKENS)}</element>
    <element name="pc"><attribute name="id">{_NMTOKEN}</attribute>{_CODE}{_attribute("canOverlap", _YES_NO)}
      {_attribute("dataRefStart", _NMTOKEN)}{_attribute("dataRefEnd", _NMTOKEN)}{_attribute("dispStart")}{_attribute("dispEnd")}
      {_attribute("equivStart")}{_attribute("equivEnd")}{_attribute("subFlowsStart", _NMTOKENS)}
      {_attribute("subFlowsEnd", _NMTOKENS)}<ref name="pieces"/></element>
  </choice></zeroOrMore></define>
</grammar>"""
"""Section 4.2, elements in their order with their attributes."""

_SUB_TYPES = {"xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:var": "ui"}
"""4.3.1.32: values with the prefix `xlf`, each with the type that it asks for."""


def breaches(data: bytes) -> list[str]:
    """What a file breaks of the standard."""
    root = etree.fromstring(data)
    schema = etree.RelaxNG(etree.fromstring(GRAMMAR))
    found = [] if schema.validate(root) else [f"{error.line}: {error.message}" for error in schema.error_log]
    return [*found, *_constraints(root)]


def _twice(ids: list[str]) -> list[str]:
    return [id for id, count in Counter(ids).items() if count > 1]


def _constraints(root: etree._Element) -> Iterator[str]:
    files = list(root.iter(f"{X}file"))
    yield from (f"file id twice: {id}" for id in _twice([file.get("id", "") for file in files]))
    if root.find(f".//{X}target") is not None and not root.get("trgLang"):
        yield "targets without trgLang (4.2.2.1)"
    for file in files:
        units = [unit.get("id", "") for unit in file.iter(f"{X}unit")]
        yield from (f"unit id twice in its file: {id}" for id in _twice(units))
        for unit in file.iter(f"{X}unit"):
            yield from (f"{unit.get('id')}: {breach}" for breach in _of_unit(unit, set(units)))


def _of_unit(unit: etree._Element, units: set[str]) -> Iterator[str]:
    data = [one.get("id", "") for one in unit.iter(f"{X}data")]
    yield from (f"data id twice: {id}" for id in _twice(data))
    for segment in unit.iter(f"{X}segment"):
        if segment.get("subState") and not segment.get("state"):
            yield "subState without state (4.3.1.31)"
        sides = [segment.find(f"{X}source"), segment.find(f"{X}target")]
        codes = [list(side.iter(f"{X}ph", f"{X}pc")) if side is not None else None for side in sides]
        for found in codes:
            yield from (f"code id twice: {id}" for id in _twice([one.get("id", "") for one in found or ()]))
            yield from _of_codes(found or [], set(data), units)
        source, target = codes
        if target is not None and {one.get("id") for one in target} - {one.get("id") for one in source or ()}:
            yield "a code of the target is not in the source (4.7.1)"


def _of_codes(codes: list[etree._Element], data: set[str], units: set[str]) -> Iterator[str]:
    for code in codes:
        for name in ("dataRef", "dataRefStart", "dataRefEnd"):
            if code.get(name, next(iter(data), "")) not in data and code.get(name):
                yield f"{name} leads nowhere (4.3.1.10)"
        flows = " ".join(code.get(name, "") for name in ("subFlows", "subFlowsStart", "subFlowsEnd")).split()
        yield from (f"subFlows leads to no unit of its file: {one}" for one in flows if one not in units)
        sub = code.get("subType", "")
        if sub and not code.get("type"):
            yield "subType without type (4.3.1.32)"
        if sub.startswith("xlf:") and _SUB_TYPES.get(sub) != code.get("type"):
            yield f"{sub} is of another type than {code.get('type')}"
        if code.get("canReorder", "yes") != "yes" and (code.get("canCopy"), code.get("canDelete")) != ("no", "no"):
            yield "a code that keeps its place may be copied or deleted (4.3.1.4)"
    orders = [code.get("canReorder") for code in codes if code.get("canReorder", "yes") != "yes"]
    if orders and (orders[0] != "firstNo" or "firstNo" in orders[1:]):
        yield "a sequence of codes that keep their order begins with firstNo, once (4.7.4)"
