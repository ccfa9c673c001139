/** The portals' visual language in one sheet: the tokens of the theme, both colour schemes. */
export const STYLE = `
@font-face{font-family:"Inter Variable";src:url(/sign-in/inter.woff2) format("woff2");font-weight:100 900}
:root{--bg:#f7f8fa;--surface:#fff;--border:#dde2e9;--control:#838d9a;--text:#10182b;--text2:#4a5567;--primary:#3447c4;
--on-primary:#fff;--danger:#a63a00;--danger-bg:#fde9df;--sunken:#eef1f5}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--surface:#151b24;--border:#2a3340;--control:#6b7787;--text:#e8ecf2;
--text2:#a9b4c2;--primary:#8e9bff;--on-primary:#0d1117;--danger:#ff9a66;--danger-bg:#3a1a0b;--sunken:#0a0e13}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;justify-items:center;align-content:start;padding:12vh 16px 32px;background:var(--bg);
color:var(--text);font:13px/20px "Inter Variable",Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums}
main{width:100%;max-width:360px;padding:24px;background:var(--surface);border:1px solid var(--border);border-radius:8px}
.brand{display:flex;align-items:center;gap:8px;margin:0 0 20px;font-weight:650}
.mark{display:grid;place-items:center;width:22px;height:22px;border-radius:6px;background:var(--primary);color:var(--on-primary);font-size:12px}
.portal{color:var(--text2);font-weight:400}
h1{margin:0 0 16px;font-size:18px;line-height:26px;font-weight:650;letter-spacing:-.01em}
label{display:block;margin:12px 0 4px;font-size:12px;line-height:16px;font-weight:550}
input:not([type=hidden]){width:100%;height:40px;padding:0 10px;border:1px solid var(--control);border-radius:6px;
background:var(--surface);color:var(--text);font:inherit;font-size:14px}
input[aria-invalid]{border-color:var(--danger)}
input.code{font-size:18px;letter-spacing:.3em}
button,.button{display:inline-flex;align-items:center;justify-content:center;width:100%;height:40px;margin-top:20px;border:0;
border-radius:6px;background:var(--primary);color:var(--on-primary);font:inherit;font-size:14px;font-weight:600;
text-decoration:none;cursor:pointer}
:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
.problem{margin:0 0 12px;padding:8px 10px;border-radius:6px;background:var(--danger-bg);color:var(--danger)}
.text{margin:0 0 12px;color:var(--text2)}
.note{margin:16px 0 0;padding-top:16px;border-top:1px solid var(--border);color:var(--text2);font-size:12px;line-height:16px}
.secret{margin:0 0 12px;padding:10px;border-radius:6px;background:var(--sunken);overflow-wrap:anywhere}
code{font:14px/20px ui-monospace,monospace}
a:not(.button){color:var(--primary)}
`.trim();
