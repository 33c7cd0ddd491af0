import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { WireReportSection } from '../../../language/wire-reports.ts'
import { DEEPEST } from './outline-order.ts'
import type { Direction, Outline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'

interface OutlineMenuProps {
  readonly section: WireReportSection
  readonly outline: Outline
}

const directions: readonly Direction[] = ['up', 'down', 'deeper', 'higher']

/** What can be done with a section's place in the outline. */
export function OutlineMenu({ section, outline }: OutlineMenuProps) {
  const t = useReportTexts()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'rename', label: t('outline.rename') },
          { key: 'add', label: t('outline.add-after') },
          { key: 'below', label: t('outline.add-below'), disabled: section.level >= DEEPEST },
          { type: 'divider' },
          ...directions.map((direction) => ({
            key: direction,
            label: t(`outline.move-${direction}`),
            disabled: !outline.canMove(section, direction),
          })),
          { type: 'divider' },
          { key: 'remove', label: t('outline.remove'), danger: true },
        ],
        onClick: ({ key }) => {
          if (key === 'rename' || key === 'remove') outline.ask({ kind: key, section })
          else if (key === 'add') outline.ask({ kind: 'add', after: section, level: section.level })
          else if (key === 'below') outline.ask({ kind: 'add', after: section, level: section.level + 1 })
          else void outline.move(section, key as Direction)
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreOutlined aria-hidden />}
        aria-label={t('outline.menu-of', { title: section.title })}
      />
    </Dropdown>
  )
}
