"""Texts that break naive programs, one per hazard; every output must hold each of them intact and inert.

`HOSTILE` is for any field. Lone surrogates are not among them: no UTF-8 file can hold one.
"""

from __future__ import annotations

HOSTILE: tuple[str, ...] = (
    # HTML and script blocks
    "</script><script>alert(1)</script>",  # ends a JSON-LD block and begins a script
    "</SCRIPT >",  # the end tag in other letters, with a space
    "<!-- <script>",  # puts an HTML parser into the double-escaped script state
    "-->",  # ends a comment
    "]]>",  # ends a CDATA section; not allowed in XML text
    "<![CDATA[x]]>",  # begins a CDATA section
    "<?xml version='1.0'?>",  # a processing instruction in the middle of a document
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",  # declares an entity
    "<img src=x onerror=alert(1)>",  # runs when the picture fails to load
    "<svg/onload=alert(1)>",  # a tag without a space before its attribute
    "<iframe srcdoc='<script>alert(1)</script>'>",  # a document inside an attribute
    "<details open ontoggle=alert(1)>",  # runs without a click
    '"><script>alert(1)</script>',  # leaves a double-quoted attribute
    "'><script>alert(1)</script>",  # leaves a single-quoted attribute
    "x` onmouseover=`alert(1)",  # a backtick as a quotation mark
    "</title><script>alert(1)</script>",  # leaves the page title
    "</textarea></style></template>",  # leaves elements whose text is raw
    "&lt;script&gt;alert(1)&lt;/script&gt;",  # becomes a tag if decoded once too often
    "&amp;lt;b&amp;gt;",  # becomes a tag if decoded twice too often
    "&#60;b&#62; &#x3c;b&#x3e;",  # numeric references to angle brackets
    "&notit; &copy; &amp",  # references with and without a semicolon
    "AT&T, R&D; a&b=c",  # ampersands that begin no reference
    "a < b > c & d",  # comparison signs that are no tags
    "<b>bold</b>",  # harmless markup that must stay visible
    "javascript:alert(1)",  # an address that runs
    "data:text/html,<script>alert(1)</script>",  # an address that holds a page
    "//evil.example/x",  # an address that takes over the scheme
    # Markdown
    "# not a heading",  # a heading at the start of a line
    "Setext\n======",  # a heading by underlining
    "- not a list\n- nor this",  # a list
    "1. not a list",  # a numbered list
    "> not a quotation",  # a block quotation
    "    not code",  # an indented code block
    "```\nnot code\n```",  # a fenced code block
    "~~~ html\n<b>x</b>\n~~~",  # another fence, with a language
    "`a` ``b`` ```",  # code spans, one unbalanced
    "*a* **b** ***c*** _d_ __e__",  # emphasis
    "snake_case_word 2*3*4",  # marks inside words
    "[text](javascript:alert(1))",  # a link that runs
    "![x](https://evil.example/pixel.png)",  # a picture from elsewhere
    "[ref]: https://evil.example 'title'",  # a link definition, which vanishes
    "[^1]: a footnote",  # a footnote definition, which vanishes
    "*[HTML]: an abbreviation",  # an abbreviation definition, which vanishes
    "Term\n:   definition",  # a definition list
    "| a | b |\n|---|---|\n| c | d |",  # a table
    "a | b",  # ends a table cell
    "!!! danger\n    text",  # an admonition
    "??? note\n    text",  # a collapsible block
    '=== "Tab"\n    text',  # a tab
    ":smile: :material-check:",  # emoji and icon names
    "{: onclick=alert(1) }",  # an attribute list
    "{ .class #__config }",  # attributes that take an id of the theme
    "<div markdown>",  # Markdown inside HTML
    "==mark== ~~del~~ ^^ins^^ H~2~O",  # inserted, deleted, marked, lowered text
    "{++added++}{--deleted--}{>>comment<<}",  # editing marks
    "++ctrl+alt+del++",  # key names
    "(c) (tm) +/- --> <-- =/= 1/2 1st",  # typographic replacements
    "--- title: x ---",  # front matter
    "---\ntitle: x\n---",  # front matter on lines of its own
    '--8<-- "mkdocs.yml"',  # includes a file
    "$x$ $$y$$ \\(z\\)",  # formulas
    "[[wikilink]] @user #123",  # links of other dialects, mentions, issue numbers
    "\\*not escaped\\* \\\\ \\",  # backslashes, one at the end
    "line one  \nline two",  # a forced line break
    # Templates
    "{{ 7*7 }} {{ config }}",  # a template expression
    "{% raw %}{% endraw %}",  # a template statement
    "{# comment #}",  # a template comment, which vanishes
    "${7*7} #{7*7} <%= 7*7 %>",  # expressions of other template languages
    "%s %(name)s %n {0} {name} {",  # format strings, one unbalanced
    # Spreadsheets
    "=1+1",  # a formula
    '=HYPERLINK("https://evil.example","click")',  # a formula that makes a link
    "=cmd|' /C calc'!A0",  # a formula that starts a program
    "+1-1",  # a formula that begins with plus
    "-1+1",  # a formula that begins with minus
    "@SUM(1,1)",  # a function call of old spreadsheets
    "\t=1+1",  # a tab before the formula
    "\r=1+1",  # a carriage return before the formula
    "\n=1+1",  # a line end before the formula
    " =1+1",  # a space before the formula
    "＝1+1",  # a full-width equals sign
    "a;=1+1",  # a formula for a program that separates cells with semicolons
    'a,"=1+1',  # a formula behind a comma and a quotation mark
    "'=1+1",  # an apostrophe that stands in the text itself
    "''",  # nothing but apostrophes
    '"',  # one quotation mark
    'a""b,c;d\te',  # doubled quotation marks and separators
    "\ufeffBOM",  # a byte order mark inside text
    # YAML
    "yes",  # a truth value
    "null",  # nothing
    "1:30",  # a number to base sixty
    "0x1F",  # a hexadecimal number
    "2019-11-02",  # a date
    "key: value # comment",  # a mapping and a comment
    "!!python/object/apply:os.system ['true']",  # a tag that runs
    "&anchor *alias <<: *merge",  # an anchor, an alias, a merge key
    "[a, {b: c",  # unbalanced flow collections
    "| block\n  scalar",  # a block scalar
    "\"double\" 'single' \\n",  # quotation marks of both kinds and a backslash
    "...",  # ends a document
    # GitHub's runner and shells
    "::error file=x::pwned",  # a command to the runner
    "##[group]x",  # an older command to the runner
    "%0A::set-output name=x::y",  # an escaped line end before a command
    "$(true) `true` ; true && true | true",  # commands of a shell
    "\x1b[31mred\x1b[0m",  # colours of a terminal
    # Characters
    "a\u2028b\u2029c",  # line ends that JavaScript knew and JSON does not
    "a\x85b\x0bc\x0cd",  # line ends that only some programs know
    "nul\x00 bell\x07 del\x7f c1\x9f",  # control characters, not allowed in XML
    "\ufffe \uffff \U0001fffe",  # code points that are no characters
    "\u202egnp.exe\u202c",  # turns the order of reading around
    "\u2066isolated\u2069 \u200eleft\u200f",  # isolates and marks of direction
    "zero\u200bwidth\u2060joined\u00adsoft",  # characters without width
    "क्\u200dष क्\u200cष",  # joiners that Hindi needs
    "व्हाट्सएप ने 'खेद' जाहिर किया है।",  # Devanagari with vowel signs and a danda
    "e\u0301 é ﬁ ½",  # composed, decomposed and compatibility forms
    "👩\u200d👩\u200d👧\u200d👦 🇮🇳",  # one picture from many code points, beyond the basic plane
    "\u00a0no\u202fbreak\u2009thin\u3000wide",  # spaces that are not spaces
    "مرحبا بالعالم",  # right-to-left script
    "Z̸̧͇a̷͔l̵͇g̶̫o",  # many marks on one letter
    "“curly” ‘quotes’ – dashes — …",  # typographic punctuation
    "a\r\nb\rc\nd",  # all three line ends
    "   spaces   \t around \n\n",  # white space at both ends
    ".",  # one character
    "x" * 3000,  # long, without a place to break
)
