import { formatAttainment, formatNumber, NO_FIGURE, provinceName, words } from '@/lib/i18n'
import type { Group } from '@/lib/review/summarise-overview'
import type { Locale } from '@/lib/values'
import { placeOfOther, PROVINCE_TILES, rowsWith, TILE_COLUMNS } from './province-tiles'

const SIZE = 56
const STEP = 60
/** Names and shares are larger where the whole picture is small, as on a telephone. */
const NAME = 'text-[22px] sm:text-[16px]'
const SHARE = 'text-[16px] sm:text-[12px]'

type Shade = 'none' | 'open' | 'zero' | 'low' | 'middle' | 'high'
const SHADES: readonly Shade[] = ['zero', 'low', 'middle', 'high', 'open', 'none']

/** The gap between two lines of the hatching; the denser, the more is behind. Colour only repeats what the lines say. */
const LINES: Readonly<Partial<Record<Shade, number>>> = { low: 12, middle: 7, high: 4 }
const GROUND: Readonly<Record<Shade, string>> = {
  none: 'transparent',
  open: 'var(--not-yet-due-wash)',
  zero: 'var(--met-wash)',
  low: 'var(--behind-pace-wash)',
  middle: 'var(--behind-pace-wash)',
  high: 'var(--short-wash)',
}
const INK: Readonly<Record<Shade, string>> = {
  none: 'var(--line)',
  open: 'var(--edge)',
  zero: 'var(--met)',
  low: 'var(--behind-pace)',
  middle: 'var(--behind-pace)',
  high: 'var(--short)',
}

/** The 31 provincial units as tiles, each a way to its cities. Colour, lines and numbers say the same; the table beside it too. */
export function ProvinceMap({
  groups,
  href,
  locale,
}: {
  groups: readonly Group[]
  /** The way to a province's cities, by its two digits. */
  href: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { overview: said } = words(locale)
  const known = new Map(groups.map((group) => [group.key, group]))
  const others = groups.filter(({ key }) => PROVINCE_TILES[key] === undefined)
  const places = [
    ...Object.entries(PROVINCE_TILES),
    ...others.map(({ key }, i) => [key, placeOfOther(i)] as const),
  ]
  return (
    <>
      <svg
        viewBox={`0 0 ${TILE_COLUMNS * STEP} ${rowsWith(others.length) * STEP}`}
        role="group"
        aria-label={said.byProvince}
        className="mx-auto block w-full max-w-[36rem]"
      >
        <Hatching />
        {places.map(([key, [column, row]]) => (
          <g key={key} transform={`translate(${column * STEP + 2} ${row * STEP + 2})`}>
            <Tile code={key} group={known.get(key)} href={href[key]} locale={locale} />
          </g>
        ))}
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {SHADES.map((shade) => (
          <li key={shade} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
              <Ground shade={shade} size={16} />
            </svg>
            {said.classes[shade]}
          </li>
        ))}
      </ul>
    </>
  )
}

function Tile({
  code,
  group,
  href,
  locale,
}: {
  code: string
  group: Group | undefined
  href: string | undefined
  locale: Locale
}) {
  const { overview: said } = words(locale)
  const names: Readonly<Record<string, string>> = said.tileNames
  const city = group?.cities[0]
  const short = names[code] ?? (city === undefined ? code : provinceName(locale, city.city).slice(0, 2))
  if (group === undefined || city === undefined || href === undefined) {
    return (
      <g aria-hidden="true">
        <Ground shade="none" size={SIZE} />
        <text x={SIZE / 2} y={34} textAnchor="middle" className={NAME} fill="var(--muted)">
          {short}
        </text>
      </g>
    )
  }
  const numbers =
    group.decided === 0
      ? '–'
      : said.shareOf(formatNumber(String(group.behind)), formatNumber(String(group.decided)))
  const spoken = said.tile(
    provinceName(locale, city.city),
    formatNumber(String(group.cities.length)),
    group.decided === 0 ? said.noneDecided : numbers,
  )
  return (
    <a href={href} aria-label={spoken}>
      <title>{spoken}</title>
      <Ground shade={shadeOf(group)} size={SIZE} />
      <rect x="3" y="7" width={SIZE - 6} height={SIZE - 14} rx="2" fill="var(--paper)" />
      <text x={SIZE / 2} y={27} textAnchor="middle" className={NAME} fontWeight="600" fill="var(--ink)">
        {short}
      </text>
      <text x={SIZE / 2} y={44} textAnchor="middle" className={SHARE} fill="var(--ink)">
        {formatAttainment(String(group.behind), String(group.decided)) ?? NO_FIGURE}
      </text>
    </a>
  )
}

function Ground({ shade, size }: { shade: Shade; size: number }) {
  const box = { x: 0.5, y: 0.5, width: size - 1, height: size - 1, rx: 3 }
  return (
    <>
      <rect
        {...box}
        fill={GROUND[shade]}
        stroke={INK[shade]}
        strokeDasharray={shade === 'none' || shade === 'open' ? '3 3' : undefined}
      />
      {LINES[shade] !== undefined && <rect {...box} fill={`url(#hatch-${shade})`} />}
    </>
  )
}

function Hatching() {
  return (
    <defs>
      {Object.entries(LINES).map(([shade, gap]) => (
        <pattern
          key={shade}
          id={`hatch-${shade}`}
          width={gap}
          height={gap}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2={gap} stroke={INK[shade as Shade]} strokeWidth="2" />
        </pattern>
      ))}
    </defs>
  )
}

function shadeOf({ behind, decided }: Group): Shade {
  if (decided === 0) return 'open'
  if (behind === 0) return 'zero'
  if (behind * 4 < decided) return 'low'
  return behind * 2 < decided ? 'middle' : 'high'
}
