// Colours and measures of app/globals.css that this one page needs; tests/i18n/contrast.test.ts holds them to that file.
const colours = {
  light: {
    paper: '#ffffff',
    wash: '#f4f6f8',
    ink: '#16202c',
    muted: '#4a5765',
    line: '#d3dae1',
    edge: '#74818f',
    accent: '#123f8a',
    'accent-strong': '#0b2c63',
    'on-accent': '#ffffff',
    focus: '#0b57d0',
    demo: '#5c3a00',
    'demo-wash': '#ffe9b8',
  },
  dark: {
    paper: '#171d24',
    wash: '#0f1419',
    ink: '#e8edf2',
    muted: '#a9b5c1',
    line: '#35404c',
    edge: '#7f8d9b',
    accent: '#9dbdf5',
    'accent-strong': '#c3d8fb',
    'on-accent': '#0c1a33',
    focus: '#8ab4f8',
    demo: '#ffd98a',
    'demo-wash': '#3d2e0d',
  },
} as const

const named = (scheme: 'light' | 'dark'): string =>
  Object.entries(colours[scheme])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')

/** The look of a page that a handler writes by itself: the portal's own, without its scripts and its style sheet. */
export const refusalStyle = `
:root { color-scheme: light; ${named('light')} }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; ${named('dark')} } }
* { box-sizing: border-box; }
html { background: var(--wash); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { display: flex; flex-direction: column; min-height: 100dvh; margin: 0; color: var(--ink);
  font: 0.875rem/1.5rem system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei',
    'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  text-autospace: normal; }
:lang(zh-CN) { line-break: strict; overflow-wrap: anywhere; }
a, .switch { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
aside { padding: 0 1rem; border-bottom: 1px solid var(--demo); background: var(--demo-wash); color: var(--demo);
  font-size: 0.8125rem; line-height: 1.25rem; }
aside strong { margin-right: 0.5rem; }
header { border-bottom: 1px solid var(--line); background: var(--paper); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; width: 100%; max-width: 100rem; margin: 0 auto; }
header .row { padding: 0.25rem 1rem; }
.portal { display: flex; align-items: center; gap: 0.5rem; padding: 0.25rem 0; color: var(--ink); text-decoration: none; font-size: 1rem; }
.portal:hover { color: var(--ink); }
.mark { width: 1.5rem; height: 1.5rem; }
.mark rect { fill: var(--accent); }
.mark path { fill: var(--on-accent); }
.person { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; margin-left: auto; font-size: 0.8125rem; }
.person span, footer { color: var(--muted); }
.switch { min-height: 1.5rem; padding: 0 0.25rem; border: 0; background: none; font: inherit; cursor: pointer; }
main { flex: 1; width: 100%; max-width: 100rem; margin: 0 auto; padding: 1rem; }
.told { padding: 2rem 1rem; border: 1px dashed var(--edge); background: var(--paper); text-align: center; }
h1 { margin: 0; font-size: 0.875rem; font-weight: 600; }
p { margin: 0; color: var(--muted); }
.way { display: inline-flex; align-items: center; min-height: 2rem; margin-top: 1rem; padding: 0.125rem 0.75rem; border: 1px solid var(--accent);
  border-radius: 0.1875rem; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
.way:hover { background: var(--accent-strong); color: var(--on-accent); }
footer { padding: 0.5rem 1rem; border-top: 1px solid var(--line); font-size: 0.8125rem; }
@media print { aside, header .person, .way, footer { display: none; } }
`
