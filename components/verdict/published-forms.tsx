import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Where a third party finds what it needs to work a verdict out again: the form of explanations, and what each rule version knows. */
export function PublishedForms({ locale }: { locale: Locale }) {
  const { published } = words(locale).explanation.forms
  return (
    <ul className="text-sm">
      {published.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
