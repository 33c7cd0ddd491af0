import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { AnyRegister, Field, Label, Lang } from '../../../language/index.ts'
import { ruleOf } from '../../../fields/rules.ts'
import { fieldsOf } from '../../app/catalogue.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { download } from '../../kit/download.ts'
import { FieldValue, isEmpty } from '../../kit/field-value.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { same } from '../record/check-record.ts'
import type { ImportPreview, SampleRow } from './import-preview.ts'

const wordsOf = (words: Label | string, lang: Lang) => (typeof words === 'string' ? words : words[lang])

/** What a file would create and change, and what is wrong with it. */
export function Preview({ register, preview }: { readonly register: AnyRegister; readonly preview: ImportPreview }) {
  const t = useTexts()
  const { lang } = useLang()
  const list = (names: readonly (string | Label)[]) =>
    names.map((name) => wordsOf(name, lang)).join(lang === 'zh' ? '、' : ', ')
  const wrongRows = Math.max(0, preview.rows - preview.creates - preview.updates - preview.unchanged)
  return (
    <>
      <p className="import-file">{t('import.file', { name: preview.fileName, n: preview.rows })}</p>
      <dl className="import-counts">
        <Count text={t('import.creates')} value={preview.creates} />
        <Count text={t('import.updates')} value={preview.updates} />
        <Count text={t('import.unchanged')} value={preview.unchanged} />
        <Count text={t('import.wrong')} value={wrongRows} isBad={wrongRows > 0} />
      </dl>
      {preview.unknownColumns.length > 0 && (
        <Alert type="warning" showIcon title={t('import.unknown-columns', { names: list(preview.unknownColumns) })} />
      )}
      {preview.missingColumns.length > 0 && (
        <Alert type="info" showIcon title={t('import.missing-columns', { names: list(preview.missingColumns) })} />
      )}
      {preview.ignoredColumns.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={preview.ignoredColumns.map(({ column, message }) => (
            <div key={column}>
              {column}: {message[lang]}
            </div>
          ))}
        />
      )}
      {preview.problemCount > 0 && (
        <section>
          <div className="import-head">
            <h2>{t('import.problem-count', { n: preview.problemCount })}</h2>
            <Button icon={<DownloadOutlined />} onClick={() => download(`/imports/${preview.id}/problems.xlsx`)}>
              {t('import.problems-file')}
            </Button>
          </div>
          <DataTable
            label={t('import.problems')}
            isWrapped
            rows={preview.problems.slice(0, 200)}
            rowKey={(problem) => `${problem.row} ${problem.column ?? ''} ${problem.message.zh}`}
            columns={[
              {
                key: 'row',
                title: t('import.row'),
                width: 80,
                align: 'right',
                render: (problem) => <span className="field-number">{problem.row}</span>,
              },
              {
                key: 'column',
                title: t('import.column'),
                width: 180,
                render: (problem) => problem.column ?? '—',
              },
              {
                key: 'message',
                title: t('import.message'),
                width: 480,
                render: (problem) => problem.message[lang],
              },
            ]}
          />
          {preview.problemCount > 200 && <p className="form-state">{t('import.more-problems')}</p>}
        </section>
      )}
      {preview.sample.length > 0 && <Sample register={register} sample={preview.sample} />}
    </>
  )
}

function Count({
  text,
  value,
  isBad = false,
}: {
  readonly text: string
  readonly value: number
  readonly isBad?: boolean
}) {
  return (
    <div className={isBad ? 'import-bad' : undefined}>
      <dt>{text}</dt>
      <dd>{value.toLocaleString('en-US')}</dd>
    </div>
  )
}

function Sample({ register, sample }: { readonly register: AnyRegister; readonly sample: readonly SampleRow[] }) {
  const t = useTexts()
  const { lang } = useLang()
  const fields = fieldsOf(register).filter(([name]) => sample.some((row) => name in row.values))
  return (
    <section>
      <h2>{t('import.sample')}</h2>
      <DataTable
        label={t('import.sample')}
        rows={sample}
        rowKey={(row) => String(row.row)}
        columns={[
          {
            key: 'row',
            title: t('import.row'),
            width: 64,
            align: 'right',
            render: (row) => <span className="field-number">{row.row}</span>,
          },
          {
            key: 'kind',
            title: t('import.effect'),
            width: 80,
            render: (row) => (
              <StatusTag
                state={row.kind === 'wrong' ? 'rejected' : row.kind === 'unchanged' ? 'draft' : 'submitted'}
                text={t(`import.kind-${row.kind}`)}
              />
            ),
          },
          ...fields.map(([name, field]) => ({
            key: name,
            title: field.label[lang],
            width: 150,
            render: (row: SampleRow) => {
              const value = <SampleValue field={field} value={row.values[name]} />
              if (!row.before || !(name in row.values) || same(row.before[name], row.values[name])) return value
              return (
                <span className="import-change">
                  <del>
                    <SampleValue field={field} value={row.before[name]} />
                  </del>
                  <span aria-label={t('trail.became')}> → </span>
                  <ins>{value}</ins>
                </span>
              )
            },
          })),
        ]}
      />
    </section>
  )
}

/** References stand in a sample by their texts, as in the file. */
function SampleValue({ field, value }: { readonly field: Field; readonly value: unknown }) {
  if (isEmpty(value)) return <FieldValue field={field} value={null} />
  // What could not be read stands as it was written.
  if (field.kind === 'reference' || ruleOf(field).check(value, field).problem) return <span>{String(value)}</span>
  return <FieldValue field={field} value={value} />
}
