import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/field'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** A document as PDF or Word, in one language or both; one of several where there is a choice. */
export function PaperForm({
  action,
  fields,
  choice,
  locale,
  className = '',
}: {
  action: string
  /** What is asked for besides. */
  fields: Readonly<Record<string, string>>
  choice?: {
    readonly name: string
    readonly label: string
    readonly options: readonly (readonly [value: string, text: string])[]
  }
  locale: Locale
  className?: string
}) {
  const { papers } = words(locale)
  return (
    <form
      action={action}
      className={`flex flex-wrap items-end gap-2 print:hidden ${className}`}
      aria-label={papers.heading}
    >
      <Hidden values={fields} />
      {choice !== undefined && (
        <label className="text-sm">
          <span className="mb-0.5 block text-muted">{choice.label}</span>
          <Select name={choice.name}>
            {choice.options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        </label>
      )}
      <label className="text-sm">
        <span className="mb-0.5 block text-muted">{papers.language}</span>
        <Select name="language" defaultValue={locale}>
          {(['zh-CN', 'en', 'both'] as const).map((each) => (
            <option key={each} value={each}>
              {papers.languages[each]}
            </option>
          ))}
        </Select>
      </label>
      <Button type="submit" name="format" value="pdf">
        {papers.download.pdf}
      </Button>
      <Button type="submit" name="format" value="docx">
        {papers.download.docx}
      </Button>
    </form>
  )
}
