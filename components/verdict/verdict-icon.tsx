import type { ReactNode } from 'react'
import type { VerdictCode } from '@/lib/rules/types'

// Eight outlines that differ in shape, not only in colour, so that they can be told apart in grey and at 16 px.
const DRAWINGS: Readonly<Record<VerdictCode, ReactNode>> = {
  // a full disc with a tick cut out
  met: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm3.7 4.1L6.9 9.7 4.5 7.3 3.2 8.6l3.7 3.7L13 6.2Z"
    />
  ),
  // a full square with a cross cut out
  short: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M1.2 1.2h13.6v13.6H1.2ZM5 3.7 3.7 5l3 3-3 3L5 12.3l3-3 3 3 1.3-1.3-3-3 3-3L11 3.7l-3 3Z"
    />
  ),
  // an arrow upwards
  onPace: <path fill="currentColor" d="M8 1.2 14 8.4h-3.6v6.4H5.6V8.4H2Z" />,
  // a full triangle pointing down
  behindPace: <path fill="currentColor" d="M.8 2.4h14.4L8 14.8Z" />,
  // a clock
  notYetDue: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4v4.2l2.8 1.7" strokeLinecap="round" />
    </g>
  ),
  // an empty box with a broken outline
  figuresMissing: (
    <rect
      x="1.8"
      y="1.8"
      width="12.4"
      height="12.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="3.1 3.1"
    />
  ),
  // a struck circle
  notComputable: (
    <g fill="none" stroke="currentColor" strokeWidth="1.8">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M3.6 12.4 12.4 3.6" />
    </g>
  ),
  // a person
  needsJudgement: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="5" r="3.2" />
      <path d="M2 14.6c.4-3.4 2.8-5 6-5s5.6 1.6 6 5" strokeLinecap="round" />
    </g>
  ),
}

/** The icon of a verdict. Decorative: its word always stands beside it. */
export function VerdictIcon({ code, className = 'size-4' }: { code: VerdictCode; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
    >
      {DRAWINGS[code]}
    </svg>
  )
}

const symbolId = (code: VerdictCode): string => `verdict-${code}`

/** The drawings once, for pages with hundreds of verdicts; `VerdictSign` shows them. */
export function VerdictSymbols() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {VERDICT_ORDER.map((code) => (
        <symbol key={code} id={symbolId(code)} viewBox="0 0 16 16">
          {DRAWINGS[code]}
        </symbol>
      ))}
    </svg>
  )
}

/** The icon of a verdict where `VerdictSymbols` is on the page. Its look comes from around it. */
export function VerdictSign({ code }: { code: VerdictCode }) {
  return (
    <svg aria-hidden="true">
      <use href={`#${symbolId(code)}`} />
    </svg>
  )
}

/** The colours of a verdict: text and icon on its own pale ground. Whole class names, for Tailwind to find. */
export const VERDICT_COLOURS: Readonly<Record<VerdictCode, string>> = {
  met: 'text-met bg-met-wash',
  short: 'text-short bg-short-wash',
  onPace: 'text-on-pace bg-on-pace-wash',
  behindPace: 'text-behind-pace bg-behind-pace-wash',
  notYetDue: 'text-not-yet-due bg-not-yet-due-wash',
  figuresMissing: 'text-figures-missing bg-figures-missing-wash',
  notComputable: 'text-not-computable bg-not-computable-wash',
  needsJudgement: 'text-needs-judgement bg-needs-judgement-wash',
}

/** From what is settled to what is open: the order of legends and counts. */
export const VERDICT_ORDER: readonly VerdictCode[] = [
  'met',
  'onPace',
  'behindPace',
  'short',
  'figuresMissing',
  'notComputable',
  'notYetDue',
  'needsJudgement',
]
