import type { WebhookView } from '../../services/webhooks/webhooks.ts';
import { Badge } from '../parts/said/badge.tsx';
import { useTexts } from '../reader.ts';

/** Whether a webhook is told of events; what disabled itself wants somebody. */
export function WebhookBadge({ webhook: { state, disabledFor } }: { webhook: WebhookView }) {
  const { webhooks: texts } = useTexts().account;
  if (state === 'enabled')
    return (
      <Badge tone="good" icon="check">
        {texts.states.enabled}
      </Badge>
    );
  return (
    <Badge tone={disabledFor === 'asked' ? 'quiet' : 'danger'} icon="ban">
      {texts.states.disabled}
    </Badge>
  );
}
