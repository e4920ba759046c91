import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatAttainment, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CityPage, Like } from '@/lib/review/read-city'
import { approximate, type Locale } from '@/lib/values'

/** Where a city stands among those of its cohort, of whom none is named; see lib/rules/anonymous-band.ts. */
export function LikeCities({ page, locale }: { page: CityPage; locale: Locale }) {
  const { likes: said } = words(locale).beside
  return (
    <Panel id="likes" title={said.title} lead={said.lead}>
      {page.likes.length === 0 ? (
        <p className="text-muted">
          {said.none}{' '}
          {page.lastTold !== null && (
            <a href={`/cities/${page.city.code}?asOf=${page.lastTold}#likes`}>
              {said.lastTold(formatPeriod(locale, page.lastTold))}
            </a>
          )}
        </p>
      ) : (
        <>
          <Table label={said.title} boxClassName="max-h-none">
            <thead>
              <tr>
                <ColumnHead className="min-w-36 print:min-w-0">{said.result}</ColumnHead>
                <FigureHead>{said.own}</FigureHead>
                <ColumnHead>{said.band}</ColumnHead>
                <FigureHead>{said.cities}</FigureHead>
                <ColumnHead className="w-1/3 min-w-48 print:min-w-24">{said.picture}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {page.likes.map((like) => (
                <tr key={like.indicator}>
                  <RowHead>
                    <a href={`#${like.indicator}`}>{inLocale(locale, indicator(like.indicator))}</a>
                  </RowHead>
                  <FigureCell>
                    {like.share === null ? NO_FIGURE : formatAttainment(like.share, '1')}
                    {like.place !== null && (
                      <span className="block text-sm text-muted">{said.place[like.place]}</span>
                    )}
                  </FigureCell>
                  <Cell className="whitespace-nowrap print:whitespace-normal">
                    {said.percents(
                      String(like.band.lower),
                      String(like.band.upper),
                      String(like.band.median),
                    )}
                  </Cell>
                  <FigureCell>{like.band.cities}</FigureCell>
                  <Cell>
                    <BandPicture like={like} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-1 text-sm text-muted">{said.key}</p>
        </>
      )}
    </Panel>
  )
}

const END = 200

/** The band and the own share from nothing to twice what is required; what is more stands at the end. */
function BandPicture({ like: { band, share } }: { like: Like }) {
  const x = (percent: number) => 6 + (Math.min(END, percent) / END) * 188
  const [lower, median, upper] = [x(band.lower), x(band.median), x(band.upper)]
  return (
    <svg viewBox="0 0 200 20" aria-hidden="true" className="block w-full max-w-80">
      <path d="M6 10H194" stroke="var(--edge)" />
      <path d={`M${x(100)} 1V19`} stroke="var(--chart-required)" strokeDasharray="3 2" />
      <rect
        x={lower}
        y="5"
        width={Math.max(2, upper - lower)}
        height="10"
        fill="var(--paper)"
        stroke="var(--ink)"
      />
      <path d={`M${median} 5V15`} stroke="var(--ink)" strokeWidth="2" />
      {share !== null && <circle cx={x(approximate(share) * 100)} cy="10" r="4" fill="var(--chart-actual)" />}
    </svg>
  )
}
