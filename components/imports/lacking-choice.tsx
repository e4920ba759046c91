import { Field, TextArea } from '@/components/ui/field'
import { HeardInput } from '@/components/ui/heard-controls'
import { useWords } from '@/components/ui/locale-provider'
import { importing } from '@/lib/i18n/words/importing'

/** What becomes of rows that the file does not have: they stay, or all of them go, with a reason. */
export function LackingChoice({
  rows,
  isWithdrawn,
  reason,
  onChoose,
}: {
  rows: string
  isWithdrawn: boolean
  /** As it was sent the last time. */
  reason: string
  onChoose: (isWithdrawn: boolean) => void
}) {
  const said = useWords(importing).lacking
  const choices = [
    ['keep', said.keep(rows)],
    ['withdraw', said.withdraw(rows)],
  ] as const
  return (
    <fieldset className="mb-3">
      <legend className="font-semibold">{said.title}</legend>
      {choices.map(([value, label]) => (
        <label key={value} className="flex items-center gap-2 py-0.5">
          <HeardInput
            type="radio"
            name="lacking"
            value={value}
            checked={isWithdrawn === (value === 'withdraw')}
            onChange={() => {
              onChoose(value === 'withdraw')
            }}
          />
          {label}
        </label>
      ))}
      {isWithdrawn && (
        <Field id="lacking-reason" label={said.reason} hint={said.reasonHint}>
          {(wired) => <TextArea {...wired} name="reason" rows={2} defaultValue={reason} />}
        </Field>
      )}
    </fieldset>
  )
}
