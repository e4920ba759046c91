import Link from 'next/link'
import type { ComponentProps } from 'react'

/** `primary` is the one main action of a page. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const LOOKS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong font-semibold',
  secondary: 'border-edge bg-paper text-accent hover:bg-accent-wash',
  quiet: 'border-transparent text-accent hover:bg-accent-wash underline underline-offset-4',
  danger: 'border-danger bg-paper text-danger hover:bg-danger-wash',
}

const look = (variant: ButtonVariant, className: string): string =>
  `inline-flex min-h-8 items-center justify-center gap-1.5 rounded border px-3 py-0.5 text-base no-underline cursor-pointer disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted print:hidden ${LOOKS[variant]} ${className}`

/** A deed. Says `type="button"` unless told to submit. */
export function Button({
  variant = 'secondary',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button type={type} className={look(variant, className)} {...rest} />
}

/** A way to another page that looks like a deed. */
export function LinkButton({
  variant = 'secondary',
  className = '',
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={look(variant, className)} {...rest} />
}

/** A way to a file: a plain anchor, so that the browser downloads it and nothing is fetched beforehand. */
export function DownloadLink({
  variant = 'secondary',
  className = '',
  ...rest
}: ComponentProps<'a'> & { variant?: ButtonVariant }) {
  return <a className={look(variant, className)} {...rest} />
}
