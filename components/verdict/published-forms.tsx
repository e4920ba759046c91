import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Where a third party finds what it needs to work a verdict out again: the form of explanations, and what each rule version knows. */
export function PublishedForms({ locale }: { locale: Locale }) {
  const { forms } = words(locale).explanation
  return (
    <ul className="text-sm">
      <li>
        <a href="/schemas/explanation-1.json">{forms.schema}</a>
      </li>
      <li>
        <a href="/rules/versions.json">{forms.versions}</a>
      </li>
    </ul>
  )
}
