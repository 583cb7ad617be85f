// The least that an LMS can be, in both editions: it takes everything, and gives it back. `kept` is filled in.
((kept) => {
  window.kept = kept;
  const said = [];
  window.said = said;
  const counts = (element) => {
    const places = Object.keys(kept).map((name) => new RegExp(`^${element.replace(/\._count$/, "")}\\.(\\d+)\\.`).exec(name)?.[1]);
    return String(new Set(places.filter(Boolean)).size);
  };
  const get = (element) => (element.endsWith("._count") ? counts(element) : (kept[element] ?? ""));
  const set = (element, value) => {
    said.push(`${element} = ${value}`);
    kept[element] = String(value);
    return "true";
  };
  const api = (prefix, end) => ({
    [`${prefix}Initialize`]: () => "true",
    [`${prefix}${end}`]: () => "true",
    [`${prefix}GetValue`]: get,
    [`${prefix}SetValue`]: set,
    [`${prefix}Commit`]: () => "true",
    [`${prefix}GetLastError`]: () => "0",
  });
  if (kept["edition"] === "scorm12") window.API = api("LMS", "Finish");
  if (kept["edition"] === "scorm2004") window.API_1484_11 = api("", "Terminate");
})(KEPT);
