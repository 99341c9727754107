import type { BatchState } from '../../domain/batches.ts';
import type { BatchView } from '../../services/batches/batches.ts';
import { Badge, type Tone } from '../parts/said/badge.tsx';
import type { IconName } from '../parts/said/icon.tsx';
import { useFormat, useTexts } from '../reader.ts';

const LOOKS: Record<BatchState, { tone: Tone; icon: IconName }> = {
  running: { tone: 'info', icon: 'clock' },
  paused: { tone: 'warning', icon: 'clock' },
  done: { tone: 'good', icon: 'check' },
  canceled: { tone: 'quiet', icon: 'ban' },
};

/** How a batch stands. */
export function BatchBadge({ state }: { state: BatchState }) {
  const { batches: texts } = useTexts();
  return <Badge {...LOOKS[state]}>{texts.states[state]}</Badge>;
}

/** How many of its items are decided, and how many of them were refused. */
export function Progress({ batch: { done, refused, total } }: { batch: BatchView }) {
  const { batches: texts, words } = useTexts();
  const { number } = useFormat();
  return (
    <span>
      {texts.progress(number(done + refused), number(total))}
      {refused > 0 && `${words.comma} ${texts.refused(refused, number(refused))}`}
    </span>
  );
}
