"""Rules on a finished package: PKG the zip, MAN the manifest, WEB the pages.

`IMS CP` is IMS Content Packaging, `SCORM CAM` the Content Aggregation Model, `SN` Sequencing and Navigation,
`APPNOTE` the zip file format, `HTML` the WHATWG standard, `CSP` the W3C's Content Security Policy Level 3.
"""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_INFO = Severity.INFO

# The zip ----------------------------------------------------------------------------------------------------

NOT_A_ZIP = Rule(
    "PKG-001",
    _ERROR,
    "The package is a zip file that can be opened.",
    "An LMS refuses the upload, and a learner who was sent the file cannot extract it.",
    "course.zip of which only the first half was copied",
    "course.zip copied whole",
    "APPNOTE 4.3",
)
DAMAGED_MEMBER = Rule(
    "PKG-002",
    _ERROR,
    "Every file in the zip can be read and has the checksum that the zip states.",
    "A damaged page or film opens half or not at all, and nobody is told.",
    "media/film.mp4 whose bytes changed after it was packed",
    "media/film.mp4 as it was packed",
    "APPNOTE 4.4.7",
)
PATH_OUTSIDE = Rule(
    "PKG-003",
    _ERROR,
    "Every name in the zip is a plain relative path with forward slashes.",
    "A path that leads out of the package can overwrite files on a server; LMSs refuse it or move the file.",
    "../index.html",
    "index.html",
    "APPNOTE 4.4.17.1",
)
NOT_A_PLAIN_FILE = Rule(
    "PKG-004",
    _ERROR,
    "The zip holds plain files only, no symbolic links.",
    "On Windows and in an LMS a link becomes a text file that holds a path, so the learner gets nothing.",
    "media/film.mp4 as a link to ../films/film.mp4",
    "media/film.mp4 as the film itself",
)
HIDDEN_FILE = Rule(
    "PKG-005",
    _WARNING,
    "The zip holds no hidden files.",
    "They come from the author's computer, can tell more than was meant, and some LMSs refuse them.",
    "__MACOSX/._index.html",
    "only the files of the course",
)
ENCRYPTED_MEMBER = Rule(
    "PKG-006",
    _ERROR,
    "Nothing in the zip is encrypted.",
    "An LMS has no password to open it with.",
    "index.html packed with a password",
    "index.html packed without one",
    "APPNOTE 4.4.4",
)
DUPLICATE_NAME = Rule(
    "PKG-007",
    _ERROR,
    "Every name in the zip is there once.",
    "Some programs take the first file of that name, some the last: learners see different courses.",
    "index.html twice",
    "index.html once",
)
CASE_COLLISION = Rule(
    "PKG-008",
    _ERROR,
    "No two names differ only in capital letters.",
    "On Windows and macOS one file replaces the other when the zip is extracted.",
    "images/Map.png and images/map.png",
    "images/map.png and images/map-2.png",
)
UNPORTABLE_NAME = Rule(
    "PKG-009",
    _WARNING,
    "Names use lower case letters a to z, digits, dot, hyphen and underscore.",
    "Other characters are changed by some zip programs and servers, and links to the file then break.",
    "media/My Film.mp4",
    "media/my-film.mp4",
)
LONG_NAME = Rule(
    "PKG-010",
    _WARNING,
    "A path in the zip is at most 200 characters long.",
    "Windows cannot extract a file whose whole path is longer than about 260 characters.",
    "media/ followed by a name of 240 letters",
    "media/film.mp4",
)
ZIP64 = Rule(
    "PKG-011",
    _ERROR,
    "A zip below 4 GiB uses the ordinary zip format, not zip64.",
    "Many LMSs cannot open zip64 and say only that the package is broken.",
    "a 20 MB package written through a stream as zip64",
    "the same package as an ordinary zip",
    "APPNOTE 4.3.14",
)
REFUSED_TYPE = Rule(
    "PKG-012",
    _ERROR,
    "The zip holds no programs that run on a server or a computer.",
    "LMSs and mail filters refuse the whole package, as such files could do harm.",
    "tools/convert.php",
    "a course of pages, pictures, films and documents",
)
COMPRESSION_METHOD = Rule(
    "PKG-013",
    _ERROR,
    "Every file in the zip is stored or deflated.",
    "The other ways of compressing are unknown to many LMSs and to the extractor of Windows.",
    "index.html compressed with LZMA",
    "index.html compressed with deflate",
    "APPNOTE 4.4.5",
)
SWOLLEN_MEMBER = Rule(
    "PKG-014",
    _ERROR,
    "Nothing in the zip opens to far more than its packed size.",
    "It can fill the disk of a server; LMSs refuse such a zip as an attack. It was left unopened here too.",
    "a file of 1 MB that opens to 1 GB",
    "files that open to a few times their packed size",
)
OVERSIZED_TEXT = Rule(
    "PKG-015",
    _ERROR,
    "A page, style sheet or script has at most 64 MB.",
    "Browsers and LMSs struggle with it, and it cannot be checked here.",
    "a page with all its films written into it",
    "a page that names its films as files",
)

# The manifest -----------------------------------------------------------------------------------------------

NO_MANIFEST = Rule(
    "MAN-001",
    _ERROR,
    "A SCORM package has imsmanifest.xml, so spelt, at the root of the zip.",
    "Without it an LMS refuses the upload.",
    "my-course/imsmanifest.xml",
    "imsmanifest.xml",
    "SCORM CAM, Content Packaging",
)
NOT_WELL_FORMED = Rule(
    "MAN-002",
    _ERROR,
    "The manifest is well-formed XML.",
    "LMSs stop at the first fault, some with a message that says nothing of the manifest.",
    "<title>Care & support</title>",
    "<title>Care &amp; support</title>",
    "XML 1.0 2.1",
)
DOCUMENT_TYPE = Rule(
    "MAN-003",
    _ERROR,
    "The manifest has no document type declaration and no entities of its own.",
    "They can make a server read other files, so careful LMSs refuse them.",
    '<!DOCTYPE manifest SYSTEM "x.dtd">',
    '<?xml version="1.0" encoding="UTF-8"?> and then <manifest>',
    "XML 1.0 2.8",
)
SUB_MANIFEST = Rule(
    "MAN-004",
    _ERROR,
    "There is no manifest inside the manifest.",
    "LMSs treat sub-manifests differently or not at all, so part of the course goes missing.",
    "<manifest> inside <manifest>",
    "one <manifest>",
    "SCORM CAM, Content Packaging",
)
ROOT_ELEMENT = Rule(
    "MAN-005",
    _ERROR,
    "The manifest's root is <manifest> in the IMS Content Packaging namespace of SCORM 1.2 or 2004.",
    "An LMS tells by it that this is a SCORM package, and of which kind.",
    '<manifest xmlns="urn:mine">',
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">',
    "IMS CP, manifest",
)
SCHEMA_LOCATION = Rule(
    "MAN-006",
    _ERROR,
    "Every namespace in use has its pair in xsi:schemaLocation.",
    "Strict LMSs and the ADL test suite refuse a manifest whose schemas they cannot find.",
    'adlcp:scormtype="sco" with no schema for adlcp',
    'xsi:schemaLocation="http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"',
    "SCORM CAM, Content Packaging",
)
CONTROL_DOCUMENT = Rule(
    "MAN-007",
    _ERROR,
    "Every schema that xsi:schemaLocation names lies at the root of the zip.",
    "Strict LMSs and the ADL test suite look for the control documents there and nowhere else.",
    "schemas/imscp_v1p1.xsd",
    "imscp_v1p1.xsd",
    "SCORM CAM, Content Packaging",
)
SCHEMA_INVALID = Rule(
    "MAN-008",
    _ERROR,
    "The manifest is valid against the schemas in the zip.",
    "LMSs that validate refuse it; others read something else than was meant.",
    "<resource> before <organizations>",
    "<organizations> and then <resources>",
    "SCORM CAM, Content Packaging",
)
BROKEN_SCHEMA = Rule(
    "MAN-009",
    _ERROR,
    "The schemas in the zip can be read.",
    "An LMS that validates the manifest cannot, and refuses the package.",
    "imscp_v1p1.xsd that is cut off half way",
    "imscp_v1p1.xsd that is whole",
    "XML Schema 1.0 part 1, 4.2",
)
SCHEMA_OUTSIDE = Rule(
    "MAN-010",
    _WARNING,
    "The schemas in the zip import nothing from outside it.",
    "An LMS without access to the internet cannot validate the manifest, or waits until it gives up.",
    '<import schemaLocation="http://www.w3.org/2001/xml.xsd">',
    '<import schemaLocation="xml.xsd">',
    "XML Schema 1.0 part 1, 4.2.3",
)
SCHEMA_UNUSABLE = Rule(
    "MAN-011",
    _INFO,
    "The manifest could be held against the schemas in the zip.",
    "Some published schemas allow two readings, which our validator refuses; that check was then left out.",
    "imsmd_rootv1p2p1.xsd as it was published",
    "a schema with one reading of each element",
    "XML Schema 1.0 part 1, 3.8.6",
)
MISSING_FILE = Rule(
    "MAN-012",
    _ERROR,
    "Every file that the manifest names is in the zip, in the same capital and small letters.",
    "Most LMSs say nothing at upload; the learner sees an empty frame.",
    '<file href="Index.html"/> for index.html',
    '<file href="index.html"/>',
    "SCORM CAM, Content Packaging",
)
BAD_HREF = Rule(
    "MAN-013",
    _ERROR,
    "Every address in the manifest is a relative, correctly encoded path inside the package.",
    "LMSs differ in what they make of spaces, backslashes and paths that climb out, so some find no file.",
    '<file href="media\\my film.mp4"/>',
    '<file href="media/my%20film.mp4"/>',
    "RFC 3986 3.3",
)
EXTERNAL_HREF = Rule(
    "MAN-014",
    _WARNING,
    "The manifest names no address on another host.",
    "A learner without internet gets nothing, and the other host learns who studies when.",
    '<resource href="https://example.org/course.html">',
    '<resource href="index.html">',
    "SCORM CAM, Content Packaging",
)
SCHEMA_VERSION = Rule(
    "MAN-015",
    _ERROR,
    "The metadata name the schema ADL SCORM and a version that belongs to the manifest's namespace.",
    "LMSs choose SCORM 1.2 or 2004 by these words; with others they guess, and completion is not recorded.",
    "<schemaversion>2004 5th Edition</schemaversion>",
    "<schemaversion>2004 4th Edition</schemaversion>",
    "SCORM CAM, Content Packaging",
)
DEFAULT_ORGANIZATION = Rule(
    "MAN-016",
    _ERROR,
    "The manifest's organizations name one default organization, and it is there.",
    "The LMS starts with that organization; without it some crash at upload.",
    '<organizations default="toc"> without an organization "toc"',
    '<organizations default="course"><organization identifier="course">',
    "SCORM CAM, Content Packaging",
)
SECOND_ORGANIZATION = Rule(
    "MAN-017",
    _WARNING,
    "There is one organization.",
    "Most LMSs show only one, and not all the same one.",
    "<organization> twice",
    "<organization> once",
)
EMPTY_TITLE = Rule(
    "MAN-018",
    _ERROR,
    "Every organization and every item has one title with words in it.",
    "It is the name in the LMS's menu; some LMSs crash without it.",
    "<title></title>",
    "<title>Ethical innovation</title>",
    "SCORM CAM, Content Packaging",
)
UNRESOLVED_REFERENCE = Rule(
    "MAN-019",
    _ERROR,
    "Every item without items of its own refers to a resource that is there.",
    "The learner chooses it in the menu and sees an empty frame.",
    '<item identifierref="page-2"> without a resource "page-2"',
    '<item identifierref="sco"> and <resource identifier="sco">',
    "SCORM CAM, Content Packaging",
)
SCORM_TYPE = Rule(
    "MAN-020",
    _ERROR,
    "Every resource is webcontent and says, in its version's spelling, whether it is a sco or an asset.",
    "Otherwise the LMS takes it for an asset: complete once opened, no score and nothing saved.",
    'adlcp:scormtype="sco" in SCORM 2004',
    'adlcp:scormType="sco" in SCORM 2004, adlcp:scormtype="sco" in SCORM 1.2',
    "SCORM CAM, Content Packaging",
)
NO_HREF = Rule(
    "MAN-021",
    _ERROR,
    "Every resource that an item refers to has an href.",
    "The LMS has nothing to start.",
    '<resource identifier="sco">',
    '<resource identifier="sco" href="index.html">',
    "SCORM CAM, Content Packaging",
)
LAUNCH_UNLISTED = Rule(
    "MAN-022",
    _WARNING,
    "A resource lists the page of its href among its files.",
    "Some LMSs copy only the files that are listed.",
    '<resource href="index.html"><file href="satchel.css"/>',
    '<resource href="index.html"><file href="index.html"/><file href="satchel.css"/>',
    "SCORM CAM, Content Packaging",
)
LAUNCH_NOT_FIRST = Rule(
    "MAN-023",
    _ERROR,
    "The first resource with an href is the page that the course starts with.",
    "Some LMSs start the first resource and never look at the items.",
    "a resource of shared pictures before the launch page",
    "the launch page's resource first",
)
IDENTIFIER = Rule(
    "MAN-024",
    _ERROR,
    "Every identifier in the manifest is there, is an XML name and is used once.",
    "LMSs keep learners' records by it; of two items with the same one, one disappears.",
    '<item identifier="1">',
    '<item identifier="item-1">',
    "IMS CP, identifier",
)
PREFIX = Rule(
    "MAN-025",
    _ERROR,
    "The manifest uses the prefixes adlcp, adlseq, adlnav and imsss, and none for its own elements.",
    "Some LMSs look for these letters and not for the namespace, so they miss what is written otherwise.",
    '<imscp:manifest>, <resource scorm:scormType="sco">',
    '<manifest>, <resource adlcp:scormType="sco">',
)
DELIVERY_CONTROLS = Rule(
    "MAN-026",
    _ERROR,
    "In SCORM 2004 every item that starts a sco says that the sco itself sets completion and success.",
    "Without it some LMSs mark the course complete as soon as the learner leaves it.",
    "<item> without <imsss:deliveryControls>",
    '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>',
    "SCORM 2004 SN, Delivery Controls",
)
PREREQUISITES = Rule(
    "MAN-027",
    _WARNING,
    "No item has prerequisites.",
    "LMSs read them differently; a learner can find a part locked for ever.",
    '<adlcp:prerequisites type="aicc_script">item-1</adlcp:prerequisites>',
    "items in the order in which they are meant to be taken",
)
PARAMETERS = Rule(
    "MAN-028",
    _WARNING,
    "No item has parameters.",
    "Some LMSs drop them or put them in the wrong place of the address.",
    '<item parameters="?lang=cy">',
    "<item>, and the language in the page itself",
)
MASTERY_SCORE = Rule(
    "MAN-029",
    _ERROR,
    "A mastery score is a number from 0 to 100.",
    "The LMS decides by it who has passed.",
    "<adlcp:masteryscore>0.8</adlcp:masteryscore> for 80 percent, or 800",
    "<adlcp:masteryscore>80</adlcp:masteryscore>",
    "SCORM 1.2 CAM, adlcp:masteryscore",
)
UNLISTED_FILE = Rule(
    "MAN-030",
    _WARNING,
    "Every file in the zip is listed in the manifest.",
    "An LMS that copies only what is listed leaves it out.",
    "images/map.png in the zip, not in the manifest",
    '<file href="images/map.png"/>',
    "SCORM CAM, Content Packaging",
)

# The pages --------------------------------------------------------------------------------------------------

NO_INDEX = Rule(
    "WEB-001",
    _ERROR,
    "A course for the web has index.html at the root of the zip.",
    "A learner opens that file, and a web server looks for it.",
    "my-course/index.html",
    "index.html",
)
MALFORMED_PAGE = Rule(
    "WEB-002",
    _ERROR,
    "A page is HTML with a doctype in which every element that is opened is closed.",
    "Browsers guess where it ends: parts of the course vanish or stand in the wrong place.",
    "<section><p>Words</p>",
    "<section><p>Words</p></section>",
    "HTML, Elements",
)
NOT_UTF8 = Rule(
    "WEB-003",
    _ERROR,
    "A page, style sheet or script is UTF-8, and a page says so at its beginning.",
    "Without a server nobody else tells the browser, and letters like ŵ or £ turn into others.",
    "<head><title>...",
    '<head><meta charset="utf-8"><title>...',
    "HTML, Specifying the document's character encoding",
)
NO_LANGUAGE = Rule(
    "WEB-004",
    _ERROR,
    "A page says in which language it is.",
    "A screen reader chooses its voice by it.",
    "<html>",
    '<html lang="en-GB">',
    "WCAG 2.2 3.1.1",
)
NO_TITLE = Rule(
    "WEB-005",
    _ERROR,
    "A page has a title.",
    "It names the tab, and in an LMS it is the only name that a screen reader can give to the frame.",
    "<title></title>",
    "<title>Ethical innovation</title>",
    "WCAG 2.2 2.4.2",
)
CONTENT_SECURITY = Rule(
    "WEB-006",
    _ERROR,
    "A page has one Content-Security-Policy, before anything it loads, as strict as ours or stricter.",
    "It is the browser's promise that nothing is fetched from or sent to another host.",
    "<head> without a policy, or script-src *",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; ...\">",
    "CSP 3.3",
)
INLINE_SCRIPT = Rule(
    "WEB-007",
    _ERROR,
    "A page holds no script; scripts are files of their own. Data blocks of JSON are allowed.",
    "The policy of the page blocks it, so what it should do does not happen.",
    "<script>start()</script>",
    '<script src="satchel.js"></script>',
    "CSP 6.7.3",
)
INLINE_STYLE = Rule(
    "WEB-008",
    _ERROR,
    "A page holds no <style> and no style attribute.",
    "The policy of the page blocks it, and it stands in the way of a learner's own colours.",
    '<p style="color: red">',
    '<p class="warning">',
    "CSP 6.7.3",
)
EVENT_ATTRIBUTE = Rule(
    "WEB-009",
    _ERROR,
    "No element has an event attribute such as onclick.",
    "The policy of the page blocks it, so nothing happens on the click.",
    '<button onclick="check()">',
    "<button data-check>, and a listener in the script",
    "CSP 6.7.3",
)
SCRIPT_ADDRESS = Rule(
    "WEB-010",
    _ERROR,
    "No address begins with javascript:.",
    "The policy of the page blocks it, and without script it leads nowhere.",
    '<a href="javascript:next()">',
    '<a href="#module-2">',
    "CSP 4.2",
)
DUPLICATE_ID = Rule(
    "WEB-011",
    _ERROR,
    "Every id in a page is used once and has no spaces.",
    "Links, labels and saved answers go to the first element of that id.",
    '<h2 id="aims"> twice',
    '<h2 id="aims"> and <h2 id="aims-2">',
    "HTML, The id attribute",
)
BROKEN_ANCHOR = Rule(
    "WEB-012",
    _ERROR,
    "Every link to a place in a page finds that place.",
    "The learner clicks and nothing happens.",
    '<a href="#aim"> for <h2 id="aims">',
    '<a href="#aims">',
    "HTML, Scrolling to a fragment",
)
BROKEN_ADDRESS = Rule(
    "WEB-013",
    _ERROR,
    "Every relative address leads to a file of the package, in the same capital and small letters.",
    "The picture, film or page is missing; with other letters it works on one computer and not on the next.",
    '<img src="images/Map.png"> for images/map.png',
    '<img src="images/map.png">',
)
OTHER_HOST = Rule(
    "WEB-014",
    _ERROR,
    "Nothing in a page or style sheet is loaded from another host.",
    "Without internet it is missing, and the other host learns who studies when.",
    '<link rel="stylesheet" href="https://fonts.example.org/a.css">',
    '<link rel="stylesheet" href="satchel.css">',
)
FAILS_OFFLINE = Rule(
    "WEB-015",
    _ERROR,
    "A page uses nothing that browsers refuse without a server: integrity, crossorigin, modules, outer use.",
    "A learner who opens the course by double click sees a page that does not work.",
    '<script type="module" src="a.js" integrity="sha256-...">',
    '<script src="a.js"></script>',
)
TRACK_FILE = Rule(
    "WEB-016",
    _ERROR,
    "The tracks of a film are data: addresses.",
    "Without a server Chromium does not load them from a file, so a deaf learner has no captions.",
    '<track src="film.vtt">',
    '<track src="data:text/vtt;charset=utf-8,WEBVTT...">',
    "WCAG 2.2 1.2.2",
)
BASE_ELEMENT = Rule(
    "WEB-017",
    _ERROR,
    "A page has no <base>.",
    "It turns every link within the page into a link to another place.",
    '<base href="content/">',
    "addresses that are relative to the page",
)
FRAME = Rule(
    "WEB-018",
    _ERROR,
    "A page has no iframe, object or embed.",
    "Within an LMS it is a frame in a frame: hard to reach by keyboard, to zoom and to find the LMS from.",
    '<iframe src="quiz.html">',
    "the quiz in the page itself",
)
NO_ALTERNATIVE = Rule(
    "WEB-019",
    _ERROR,
    "Every picture has an alt attribute; it is empty when the picture says nothing.",
    "A screen reader otherwise reads the file name aloud.",
    '<img src="images/map.png">',
    '<img src="images/map.png" alt="The six stages as a path">',
    "WCAG 2.2 1.1.1",
)
UNRESOLVED_IDREF = Rule(
    "WEB-020",
    _ERROR,
    "Every label, description and heading that an element refers to by id is there.",
    "A screen reader says a field without its name or its hint.",
    '<label for="answer-1"> without an element "answer-1"',
    '<label for="answer-1"> and <textarea id="answer-1">',
    "WCAG 2.2 4.1.2",
)
SCRIPT_HOST = Rule(
    "WEB-021",
    _WARNING,
    "No script holds the address of another host, outside its comments.",
    "It may be fetched, which fails without internet and tells the other host who studies when.",
    'fetch("https://stats.example.org/")',
    "a script that stays within the package and the LMS",
)
DATA_BLOCK = Rule(
    "WEB-022",
    _ERROR,
    "A JSON data block in a page is JSON.",
    "The script of the course cannot start without it, so nothing is saved.",
    '<script type="application/json">{"id": }</script>',
    '<script type="application/json">{"id": "course"}</script>',
    "RFC 8259 2",
)

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
