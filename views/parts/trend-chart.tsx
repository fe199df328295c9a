import { scaleLinear, scalePoint } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import { sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import { Say, T, useWords } from './words.tsx'

export type Series = { title: Text; values: readonly (number | null)[] }
type ChartProps = {
  months: readonly string[]
  unit: 'rate' | 'count'
  series: readonly Series[]
  /** In units of which the width is 400. */
  height?: number
}

/** Lines told apart by dashes and marks as well as by colour; a month without a value breaks its line. */
export function TrendChart({ months, unit, series, height = 220 }: ChartProps) {
  const { t } = useWords()
  const { lowest, y, ticks } = heights(unit, series, height)
  const x = scalePoint(months, [left + 8, width - right])
  const xOf = (i: number) => x(months[i] ?? '') ?? left + 8
  const draw = line<number | null>(
    (_, i) => xOf(i),
    value => y(value ?? 0),
  ).defined(value => value !== null)
  return (
    <figure class="trend-chart">
      <ul class="trend-key">
        {series.map(({ title }, i) => (
          <li>
            <svg viewBox="0 0 32 12" aria-hidden="true" focusable="false">
              <path class={`trend-line ${kindOf(i)}`} d="M0 6H32" />
              <path class={`trend-mark ${kindOf(i)}`} d={markOf(i)} transform="translate(16 6)" />
            </svg>
            <Say words={title} />
          </li>
        ))}
      </ul>
      <svg role="img" aria-label={t(saysOf(months, unit, series))} viewBox={`0 0 ${width} ${height}`}>
        {ticks.map(tick => (
          <g>
            <path class="trend-rule" d={`M${left} ${y(tick)}H${width - right}`} />
            <text class="trend-tick trend-tick-y" x={left - 6} y={y(tick)}>
              {unit === 'rate' ? `${tick}%` : String(tick)}
            </text>
          </g>
        ))}
        {months.map((month, i) =>
          (months.length - 1 - i) % 2 === 0 ? (
            <text class="trend-tick" x={xOf(i)} y={height - 8}>
              {t(shortMonth(month))}
            </text>
          ) : null,
        )}
        {series.map(({ values }, i) => (
          <g>
            <path class={`trend-line ${kindOf(i)}`} d={draw(values) ?? ''} />
            {values.map((value, at) =>
              value === null ? null : (
                <path class={`trend-mark ${kindOf(i)}`} d={markOf(i)} transform={`translate(${xOf(at)} ${y(value)})`} />
              ),
            )}
          </g>
        ))}
      </svg>
      {lowest > 0 && (
        <figcaption class="muted small">
          <T zh={`纵轴自 ${lowest}% 起`} en={`The axis begins at ${lowest}%`} />
        </figcaption>
      )}
    </figure>
  )
}

const [width, left, right, top, bottom] = [400, 46, 14, 12, 30]

/** Counts stand on zero; rates on the ten below their lowest, which is said. */
function heights(unit: 'rate' | 'count', series: readonly Series[], height: number) {
  const all = series.flatMap(({ values }) => values.filter(value => value !== null))
  const [min, max] = [Math.min(...all, 90), Math.max(...all, 1)]
  const lowest = unit === 'rate' ? Math.max(0, Math.floor((min - 0.01) / 10) * 10) : 0
  const y = scaleLinear([lowest, unit === 'rate' ? 100 : max], [height - bottom, top])
  if (unit === 'count') y.nice(4)
  return { lowest, y, ticks: y.ticks(4).filter(Number.isInteger) }
}

const marks = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond]

const markOf = (i: number): string => symbol(marks[i % marks.length] ?? symbolCircle, 34)() ?? ''

const kindOf = (i: number) => `trend-${(i % marks.length) + 1}`

const shortMonth = (month: string): Text => ({
  zh: `${Number(month.slice(5))}月`,
  en: (sayMonth(month).en.split(' ')[0] ?? '').slice(0, 3),
})

/** For those who do not see the lines: where each begins and ends, its lowest and its highest. */
function saysOf(months: readonly string[], unit: 'rate' | 'count', series: readonly Series[]): Text {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const said = (value: number | undefined) =>
    value === undefined ? '—' : unit === 'rate' ? `${value.toFixed(2)}%` : String(value)
  const parts = series.map(({ title, values }) => {
    const known = values.filter(value => value !== null)
    const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : []
    return {
      zh: `${title.zh}最低${said(low)}，最高${said(high)}，末月${said(values.at(-1) ?? undefined)}`,
      en: `${title.en} lowest ${said(low)}, highest ${said(high)}, last ${said(values.at(-1) ?? undefined)}`,
    }
  })
  return {
    zh: `折线图，${sayMonth(first).zh}至${sayMonth(last).zh}：${parts.map(({ zh }) => zh).join('；')}。数据见下表。`,
    en: `Line chart, ${sayMonth(first).en} to ${sayMonth(last).en}: ${parts.map(({ en }) => en).join('; ')}. The numbers are in the table below.`,
  }
}
