import { html, raw } from "hono/html";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#eef1f5, #10141b); color: light-dark(#18202c, #e7ecf3); }
main { max-width: 26rem; margin: 0 auto; padding: 2rem 1rem; }
main.wide { max-width: 64rem; }
section { background: light-dark(#fff, #19202b); border: 1px solid light-dark(#d5dbe4, #2b3544); border-radius: 14px; padding: 1.5rem; margin: 1rem 0; }
h1 { font-size: 1.35rem; margin: 0 0 .75rem; } h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
label { display: block; font-weight: 600; font-size: .9rem; margin: .75rem 0 .25rem; }
input, select { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem .75rem; border-radius: 9px; border: 1px solid light-dark(#8593a8, #5b6a80); background: transparent; color: inherit; }
select option { color: #18202c; }
button { font: inherit; font-weight: 600; padding: .6rem 1rem; border-radius: 9px; border: 1px solid transparent; background: light-dark(#1f4fb5, #7ea6ff); color: light-dark(#fff, #0c1220); cursor: pointer; }
button.quiet { background: transparent; color: inherit; border-color: light-dark(#8593a8, #5b6a80); }
.row { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } td, th { text-align: left; padding: .4rem .5rem; border-bottom: 1px solid light-dark(#d5dbe4, #2b3544); vertical-align: top; }
td form { display: inline-flex; gap: .4rem; margin: 0 .3rem .3rem 0; } td select { width: auto; padding: .3rem; } td button { padding: .3rem .6rem; font-size: .85rem; }
.hint { font-size: .88rem; color: light-dark(#4a5668, #a9b6c9); } .wrong { color: light-dark(#a51d2d, #ff9aa5); font-weight: 600; }
.code { font: 600 1.8rem/1.2 ui-monospace, monospace; letter-spacing: .12em; }
`;

type Content = ReturnType<typeof html>;

/** The frame of every page of the sandbox's manufacturers. */
export const page = (title: string, body: Content, isWide = false) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${raw(style)}</style>
</head>
<body><main class="${isWide ? "wide" : ""}">${body}</main></body>
</html>`;
