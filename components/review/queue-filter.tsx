import { Button, DownloadLink, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { formatPeriod, words } from '@/lib/i18n'
import type { QueueMark, QueueQuestion } from '@/lib/review/arrange-queue'
import type { Locale, Period } from '@/lib/values'
import { queueAddress } from './queue-address'

/** Narrows the queue by city, period and what is remarkable; what is asked for stands in the address. */
export function QueueFilter({
  locale,
  question,
  periods,
  marks,
}: {
  locale: Locale
  question: QueueQuestion
  periods: readonly Period[]
  marks: readonly QueueMark[]
}) {
  const { review, common } = words(locale)
  const said = review.queue
  const { q, period, mark, known } = question
  const file = queueAddress(question, {}, '/review/export')
  return (
    <form action="/review" className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      {known !== '' && <input type="hidden" name="known" value={known} />}
      <Field id="queue-q" label={common.city} className="!mb-0">
        {(control) => <TextInput {...control} name="q" defaultValue={q} />}
      </Field>
      <Field id="queue-period" label={common.period} className="!mb-0">
        {(control) => (
          <Select {...control} name="period" defaultValue={period}>
            <option value="">{said.anyPeriod}</option>
            {periods.map((each) => (
              <option key={each} value={each}>
                {formatPeriod(locale, each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="queue-mark" label={said.markLabel} className="!mb-0">
        {(control) => (
          <Select {...control} name="mark" defaultValue={mark}>
            <option value="">{said.anyMark}</option>
            {marks.map((each) => (
              <option key={each} value={each}>
                {said.mark[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <span className="flex flex-wrap gap-2">
        <Button type="submit">{common.deeds.filter}</Button>
        {(q !== '' || period !== '' || mark !== '') && (
          <LinkButton href={queueAddress({ ...question, q: '', period: '', mark: '' })} variant="quiet">
            {common.deeds.clearFilter}
          </LinkButton>
        )}
        <DownloadLink href={file}>{said.exportXlsx}</DownloadLink>
        <DownloadLink href={`${file}${file.includes('?') ? '&' : '?'}format=csv`}>
          {said.exportCsv}
        </DownloadLink>
      </span>
    </form>
  )
}
