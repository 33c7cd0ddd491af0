import { Button, Modal, Typography } from 'antd'
import { useTexts } from '../../kit/use-texts.ts'

interface OneTimePasswordProps {
  readonly name: string
  readonly password: string
  readonly onClose: () => void
}

/** Shows a password this once. */
export function OneTimePassword({ name, password, onClose }: OneTimePasswordProps) {
  const t = useTexts()
  return (
    <Modal
      open
      title={t('accounts.password-for', { name })}
      onCancel={onClose}
      maskClosable={false}
      width={440}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('accounts.password-noted')}
        </Button>
      }
    >
      <Typography.Paragraph copyable className="one-time-password">
        {password}
      </Typography.Paragraph>
      <p>{t('accounts.password-hint')}</p>
    </Modal>
  )
}
