import type { ComponentProps, ReactNode } from 'react'
import { HeardInput, HeardSelect, HeardTextArea } from './heard-controls'

/** What a control must carry so that its label, hint and error are announced with it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** The attributes of a control whose label, hint and error follow the ids of `Field`. */
function controlProps(id: string, has: { hint?: boolean; error?: boolean }): ControlProps {
  const described = [has.error === true ? `${id}-error` : '', has.hint === true ? `${id}-hint` : '']
  return {
    id,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': has.error === true ? true : undefined,
  }
}

/** Label, hint and error of one control; the control itself is given the attributes that tie them together. */
export function Field({
  id,
  label,
  hint,
  error,
  mark,
  className = '',
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** A word beside the label: required, optional, the unit. */
  mark?: ReactNode
  className?: string
  children: (control: ControlProps) => ReactNode
}) {
  const hasHint = hint !== undefined && hint !== null
  const hasError = error !== undefined && error !== null && error !== ''
  return (
    <div className={`mb-4 ${className}`}>
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {mark !== undefined && <span className="text-sm text-muted">{mark}</span>}
      </div>
      {hasHint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {hasError && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="mt-1">{children(controlProps(id, { hint: hasHint, error: hasError }))}</div>
    </div>
  )
}

/** The sentence that says what is wrong with a control, marked by a sign as well as by colour. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm text-danger">
      <span aria-hidden="true" className="mr-1 font-bold">
        !
      </span>
      {children}
    </p>
  )
}

// A control that somebody listens to must hear what was typed before; the others keep it by themselves.
const inputFor = ({ onChange }: ComponentProps<'input'>) => (onChange === undefined ? 'input' : HeardInput)

export function TextInput({ className = '', type = 'text', ...rest }: ComponentProps<'input'>) {
  const Input = inputFor(rest)
  return <Input type={type} className={`control ${className}`} {...rest} />
}

/**
 * A box for a figure: text, not `type=number`, so that what was typed or pasted is kept exactly and judged by us, and
 * a mouse wheel never changes a figure.
 */
export function NumberInput({ className = '', ...rest }: ComponentProps<'input'>) {
  const Input = inputFor(rest)
  return (
    <Input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className={`control figure ${className}`}
      {...rest}
    />
  )
}

export function TextArea({ className = '', rows = 4, ...rest }: ComponentProps<'textarea'>) {
  const Box = rest.onChange === undefined ? 'textarea' : HeardTextArea
  return <Box rows={rows} className={`control ${className}`} {...rest} />
}

export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  const Choice = rest.onChange === undefined ? 'select' : HeardSelect
  return <Choice className={`control ${className}`} {...rest} />
}

/** A box to tick, with the whole line as its target. */
export function Checkbox({ label, className = '', ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  const Input = inputFor(rest)
  return (
    <label className={`flex min-h-8 items-start gap-2 py-1 ${className}`}>
      <Input type="checkbox" className="mt-1 size-4 shrink-0" {...rest} />
      <span>{label}</span>
    </label>
  )
}
