import Link from 'next/link'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'

/** The registered cities, both names side by side. */
export function CityTable({ locale, cities }: { locale: Locale; cities: readonly City[] }) {
  const said = words(locale).admin.cities
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.column.code}</ColumnHead>
          <ColumnHead>{said.form.nameZh}</ColumnHead>
          <ColumnHead>{said.form.nameEn}</ColumnHead>
          <ColumnHead>{said.column.province}</ColumnHead>
          <ColumnHead>{said.column.sort}</ColumnHead>
          <ColumnHead>{said.column.cohort}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {cities.map((city) => (
          <tr key={city.code}>
            <RowHead>
              <Link href={`/admin/cities/${city.code}`} className="inline-block py-0.5">
                {city.code}
              </Link>
            </RowHead>
            <Cell lang="zh-CN">{city.nameZh}</Cell>
            <Cell lang="en">{city.nameEn}</Cell>
            <Cell>{locale === 'en' ? city.provinceEn : city.provinceZh}</Cell>
            <Cell>{city.sortKey}</Cell>
            <Cell>{city.cohort}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
