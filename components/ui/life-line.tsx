import type { ReactNode } from 'react'

export interface LifeStep {
  readonly key: string
  readonly label: ReactNode
  readonly state: 'done' | 'current' | 'ahead' | 'back'
  /** When and by whom, or until when. */
  readonly detail?: ReactNode
  /** The state in words, for those who do not see the signs. */
  readonly said: string
}

const SIGNS = { done: '✓', current: '●', ahead: '○', back: '↩' } as const
const LOOKS = {
  done: 'border-met text-ink',
  current: 'border-accent text-ink font-semibold',
  ahead: 'border-line text-muted',
  back: 'border-behind-pace text-ink font-semibold',
} as const
const SIGN_LOOKS = {
  done: 'text-met',
  current: 'text-accent',
  ahead: 'text-muted',
  back: 'text-behind-pace',
} as const

/** The life of a report from left to right: what has been, where it stands, what is still to come. */
export function LifeLine({ label, steps }: { label: string; steps: readonly LifeStep[] }) {
  return (
    <ol aria-label={label} className="mb-4 flex flex-col gap-1 sm:flex-row">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' || step.state === 'back' ? 'step' : undefined}
          className={`flex-1 border-l-4 py-0.5 pl-2 sm:border-t-4 sm:border-l-0 sm:pt-1 sm:pl-0 ${LOOKS[step.state]}`}
        >
          <span aria-hidden="true" className={`mr-1 ${SIGN_LOOKS[step.state]}`}>
            {SIGNS[step.state]}
          </span>
          {step.label}
          <span className="sr-only"> {step.said}</span>
          {step.detail !== undefined && (
            <span className="block text-sm font-normal text-muted">{step.detail}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
