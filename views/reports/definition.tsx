import type { Text } from '../../src/law/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Defined, Readings } from './definitions.tsx'

/** One figure of the dictionary, at an address of its own. */
export const Definition = ({ metric, readings }: { metric: Defined; readings: Readings | undefined }) => (
  <section id={metric.id}>
    <h2>
      <Say words={metric.title} />
    </h2>
    <Facts
      facts={[
        { key: { zh: '公式', en: 'Formula' }, value: <Say words={metric.formula} /> },
        { key: { zh: '口径', en: 'Basis' }, value: <Say words={metric.basis} /> },
        { key: { zh: '计入谁的数字', en: 'Belongs to' }, value: <Say words={metric.belongsTo} /> },
        { key: { zh: '单位', en: 'Unit' }, value: <Say words={metric.unit} /> },
        { key: { zh: '依据', en: 'Source' }, value: <Say words={metric.source} /> },
        metric.districtOnly && {
          key: { zh: '范围', en: 'Scope' },
          value: <T zh="只按全区统计" en="Counted for the district only" />,
        },
        ...sides(metric),
        {
          key: { zh: '编号、版本', en: 'Id and version' },
          value: (
            <>
              <code>{metric.id}</code> {metric.version}
            </>
          ),
        },
      ]}
    />
    <h3>
      <T zh="特殊情形怎样计算" en="What did not go straight through" />
    </h3>
    <Facts dense facts={cases.map(([id, key]) => ({ key, value: <Say words={metric.treatment[id]} /> }))} />
    {metric.earlier.length > 0 && <Earlier metric={metric} readings={readings} />}
  </section>
)

const sides = ({ numerator, denominator }: Pick<Defined, 'numerator' | 'denominator'>) => [
  numerator && {
    key: denominator ? { zh: '分子，按记录', en: 'Numerator, over the records' } : counted,
    value: <Say words={numerator} />,
  },
  denominator && {
    key: { zh: '分母，按记录', en: 'Denominator, over the records' },
    value: <Say words={denominator} />,
  },
]

const counted = { zh: '按记录', en: 'Over the records' }

// prettier-ignore
const cases = [
  ['carryOver', { zh: '结转', en: 'Carried over' }],
  ['reopening', { zh: '恢复办理', en: 'Reopened' }],
  ['merging', { zh: '关联、并案', en: 'Linked or merged' }],
  ['withdrawal', { zh: '撤回', en: 'Withdrawn' }],
  ['transfer', { zh: '移交', en: 'Handed on' }],
  ['redo', { zh: '重新办理', en: 'Redone' }],
  ['lateRecording', { zh: '补录', en: 'Recorded late' }],
] as const satisfies readonly (readonly [keyof Defined['treatment'], Text])[]

/** A changed definition is a new version; the old one stays to be read, with what it would say of the last month. */
const Earlier = ({ metric, readings }: { metric: Defined; readings: Readings | undefined }) => (
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
          ...sides(old),
        ]}
      />
    ))}
    {readings && (
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
    .map(({ version, numerator, rate }) => `${word} ${version} ${rate ? `${rate}% (${numerator})` : numerator}`)
    .join(by)
