/** Texts that HTML has rules of its own for, and such as look as if it had. */
const oddities: readonly string[] = [
  ...["<", ">", "&", "</", "</>", "<>", "< b>", "</ b>", "<5", "x", "<?xml?>", "<![CDATA[x]]>"],
  ...["\0", "\r", "\r\n", "\f", "\v", "\u00a0", "\ufeff", "<\0p>", "<p\0>", "<i title=a\r\nb></i>"],
  ...[
    "<!-- x -->",
    "<!---->",
    "<!-->",
    "<!--->",
    "<!-- --!> -->",
    "<!-- a -- b -->",
    "<!-- a- -->",
  ],
  ...[
    "<!-- a --->",
    "<!-- x",
    "<!--> -->",
    "<!---> -->",
    "<!x>",
    "--->",
    "<!-- <p> -->",
    "<!-- <!-- -->",
  ],
  ...[
    "&aacute;",
    "&aacute",
    "&#225;",
    "&#225",
    "&#0;",
    "&#128;",
    "&notit;",
    "&not;it",
    "&amp;amp;",
  ],
  ...["&#xD;", "&#x110000;", "&NotEqualTilde;", "&", "&;", "&#;", "&#x;", "&Aacute;;"],
  ...["<!DOCTYPE html>", "<!doctype html public 'x'>", "<html>", "<html lang=x>", "<body class=x>"],
  ...[
    "</body>",
    "</html>",
    "<head>",
    "</head>",
    "<head></head>",
    "<title>x</title>",
    "<main></main>",
  ],
  ...[
    "<div/>",
    "<br>",
    "<br/>",
    "<br />",
    "</br>",
    "<p></p>",
    "</p>",
    "</div>",
    "<div>",
    "<b>",
    "</b>",
  ],
  ...[
    "<i></i>",
    "<I></i>",
    "<i></I>",
    "<i></i >",
    "<i></i/>",
    "<i></i x>",
    "<i\n></i\t>",
    "<i/></i>",
  ],
  ...[
    "<a href=x></a>",
    "<a href=x>",
    "</a>",
    "</dd>",
    "<dd></dd>",
    "<li></li>",
    "</li>",
    "<td></td>",
  ],
  ...[
    "<tr></tr>",
    "<form></form>",
    "<input>",
    "<o:p></o:p>",
    "<hr>",
    "<hr/>",
    "<h2></h2>",
    "<svg></svg>",
  ],
  ...[
    "<script>x</script>",
    "<script></SCRIPT>",
    "<script></script >",
    "<script></scripts></script>",
  ],
  ...[
    "<script><!--</script>",
    "<script><!--<script></script>",
    "<script><!--<script></script>--></script>",
    "<script><p></script>",
  ],
  ...[
    "<style><p></style>",
    "<style><!--</style>",
    "<script>",
    "</script>",
    "<textarea></textarea>",
  ],
  ...["<title><p>&aacute;<!-- x --></title>", "<noscript><p>x</p></noscript>", "<plaintext>"],
  ...["<i\ntitle = 'y' TITLE=z></i>", '<i id="a"class=b></i>', "<i id=a/></i>", "<i =x></i>"],
  ...[
    "<img src=a/>",
    "<img src=a />",
    "<img src = 'a'/>",
    "<img src>",
    "<img src=>",
    "<img src=a=b>",
  ],
  ...[
    "<img src=a'b>",
    "<img src=`a`>",
    '<i id="',
    "<i title='&copy=1&reg;&amp'></i>",
    "<img src=a&ampb>",
  ],
  ...[
    "<img src='?a=1&b=2&copy=3'>",
    "<img src=&#225;>",
    "<img id=1 ID=2>",
    "<img ID=1>",
    "<img a.b:c-d>",
  ],
  ...[
    "<img id='a\u00a0b'>",
    "<img id=a\u00a0class=b>",
    "<img\u00a0id=a>",
    "<img é=1>",
    "<img 1=1>",
  ],
  ...["<INPUT TYPE=PassWord>", "<input type='pass&#119;ord'>", "<input class='type=password'>"],
];

/** A small page that has what pages have. */
const page = `<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><title>Uno</title><script>x</script></head>
<body><main id="a"><h1>Dos</h1> <p>Tres <b>cuatro</b><br>cinco</p>
<dl><dt>Descripción:</dt> <dd>Seis</dd></dl><ul><li><a href="/a?b=1">Siete</a></li></ul>
<table><tbody><tr><th>Ocho</th></tr></tbody></table></main></body></html>
`;

/** The page with an oddity before, after, in place of and within each of its tags. */
export function* oddPages(): Generator<string> {
  for (const { 0: tag, index } of page.matchAll(/<[^>]*>/g)) {
    const end = index + tag.length;
    for (const oddity of oddities) {
      yield page.slice(0, index) + oddity + page.slice(index);
      yield page.slice(0, index) + oddity + page.slice(end);
      yield page.slice(0, end - 1) + oddity + page.slice(end - 1);
    }
  }
}

/** One of each kind that HTML has rules for, as far as a plain page may hold it, and others that it may not. */
const names = [
  ..."br hr input link html head body title script div dl form h1 h2 li ol p ul dt dd".split(" "),
  ..."table caption thead tbody tr td th a b button em font label o:p".split(" "),
  ..."col colgroup frameset iframe image math nobr noscript option plaintext pre".split(" "),
  ..."select svg template textarea x:y".split(" "),
];
const empty = new Set(["br", "hr", "input", "link"]);

/** What the elements are put into: the innermost stands last. */
const around = [
  ...["", "div", "p", "a", "form", "h2", "button", "ul", "dl div", "dl dd", "dl dd div", "dl dt"],
  ...["table", "table tbody", "table tbody tr", "table tbody tr td", "table caption"],
];

/** A small page for each two elements, one in the other and one after the other, closed as they should be and crosswise. */
export function* nestings(): Generator<string> {
  for (const path of around) {
    const outer = path.split(" ").filter((name) => name !== "");
    const before = outer.map(open).join("");
    const after = outer.toReversed().map(close).join("");
    for (const a of names) {
      for (const b of names) {
        yield whole(`${before}${open(a)}${open(b)}x${close(b)}${close(a)}${after}`);
        yield whole(`${before}${open(a)} ${open(b)} ${close(a)}${close(b)}${after}`);
        if (path === "") yield whole(`${open(a)}${close(a)}${open(b)}${close(b)}y`);
      }
    }
  }
}

function whole(body: string): string {
  return `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;
}

function open(name: string): string {
  return `<${name}>`;
}

function close(name: string): string {
  return empty.has(name) ? "" : `</${name}>`;
}
