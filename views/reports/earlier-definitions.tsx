import { Facts } from '../parts/facts.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Defined, Readings } from './definitions.tsx'
import { sidesOf } from './counted-sides.tsx'

/** A changed definition is a new version; the old one stays to be read, with what it would say of the last month. */
export const EarlierDefinitions = ({ metric, readings }: { metric: Defined; readings: Readings | undefined }) => (
  <>
    <h3>
      <T zh="以前的定义" en="Earlier definitions" />
    </h3>
    {metric.earlier.map(old => (
      <Facts
        dense
        facts={[
          {
            key: { zh: '版本', en: 'Version' },
            value: <T zh={`${old.version}，用到 ${old.until}`} en={`${old.version}, until ${old.until}`} />,
          },
          { key: { zh: '公式', en: 'Formula' }, value: <Say words={old.formula} /> },
          ...sidesOf(old),
        ]}
      />
    ))}
    {readings?.figures.some(({ id }) => id === metric.id) && (
      <p>
        <T
          zh={`${readings.period.zh}：${sayReadings(metric.id, readings, '版本', '，')}`}
          en={`${readings.period.en}: ${sayReadings(metric.id, readings, 'version', ', ')}`}
        />
      </p>
    )}
  </>
)

const sayReadings = (id: string, { figures }: Readings, word: string, by: string): string =>
  figures
    .filter(figure => figure.id === id)
    .map(
      ({ version, numerator, rate }) =>
        `${word} ${version} ${rate === undefined ? numerator : rate === '' ? '—' : `${rate}% (${numerator})`}`,
    )
    .join(by)
