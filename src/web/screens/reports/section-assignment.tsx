import { Button, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { WireReportSection } from '../../../language/wire-reports.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { PersonPicker, UnitPicker } from '../../kit/pickers.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { Assignment, Outline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'

interface SectionAssignmentProps {
  readonly section: WireReportSection
  readonly outline: Outline
  /** Who has it now. */
  readonly children: ReactNode
}

/** Who writes a section; whoever may assign changes it here, in place. */
export function SectionAssignment({ section, outline, children }: SectionAssignmentProps) {
  const t = useReportTexts()
  const [isOpen, setOpen] = useState(false)
  if (!section.can.includes('assign')) return <span className="assignment">{children}</span>
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomLeft"
      destroyOnHidden
      title={t('assign.title', { title: section.title })}
      content={<AssignmentForm section={section} outline={outline} onClose={() => setOpen(false)} />}
    >
      <button type="button" className="assignment assignment-open" aria-expanded={isOpen} title={t('assign.change')}>
        {children}
      </button>
    </Popover>
  )
}

interface AssignmentFormProps {
  readonly section: WireReportSection
  readonly outline: Outline
  readonly onClose: () => void
}

function AssignmentForm({ section, outline, onClose }: AssignmentFormProps) {
  const t = useReportTexts()
  const common = useTexts()
  const id = useId()
  const errorText = useErrorText()
  const [value, setValue] = useState<Assignment>({
    unitId: section.unitId,
    personId: section.personId,
    due: section.due,
  })
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function save() {
    setBusy(true)
    try {
      await outline.assign(section, value)
      onClose()
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="assignment-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FormRow id={`${id}-unit`} label={t('assign.unit')}>
        <UnitPicker
          id={`${id}-unit`}
          value={value.unitId}
          title={value.unitId === section.unitId ? section.unitName : undefined}
          onChange={(unitId) => setValue({ ...value, unitId })}
        />
      </FormRow>
      <FormRow id={`${id}-person`} label={t('assign.person')}>
        <PersonPicker
          id={`${id}-person`}
          value={value.personId}
          title={value.personId === section.personId ? section.personName : undefined}
          onChange={(personId) => setValue({ ...value, personId })}
        />
      </FormRow>
      <FormRow id={`${id}-due`} label={t('assign.due')}>
        <DatePicker
          id={`${id}-due`}
          value={value.due ? dayjs(value.due) : null}
          onChange={(day: dayjs.Dayjs | null) => setValue({ ...value, due: day?.format('YYYY-MM-DD') ?? null })}
          style={{ width: '100%' }}
        />
      </FormRow>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="assignment-buttons">
        <Button onClick={onClose}>{common('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {common('common.save')}
        </Button>
      </div>
    </form>
  )
}
