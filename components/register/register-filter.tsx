'use client'

import { Checkbox, TextInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { formatNumber } from '@/lib/i18n/format'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

/** Which rows of a register are shown. */
export function RegisterFilter({
  text,
  attention,
  shown,
  all,
  onText,
  onAttention,
}: {
  text: string
  attention: boolean
  shown: number
  all: number
  onText: (text: string) => void
  onAttention: (attention: boolean) => void
}) {
  const { filter } = useWords(registerDeeds)
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <label htmlFor="register-filter">{filter.label}</label>
      <TextInput
        id="register-filter"
        type="search"
        className="!w-56"
        value={text}
        onChange={(event) => {
          onText(event.target.value)
        }}
      />
      <Checkbox
        label={filter.attention}
        checked={attention}
        onChange={(event) => {
          onAttention(event.target.checked)
        }}
      />
      <span role="status" className="text-muted">
        {shown < all && filter.shown(formatNumber(String(shown)), formatNumber(String(all)))}
      </span>
    </div>
  )
}
