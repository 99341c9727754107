import type { StandbyTexts } from '../texts/standby.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'Riserva',
  standsBy: 'Fa da riserva a',
  nobody: 'Nessun altro server',
  itsStandby: 'La sua riserva',
  takenOver: (standby) => `È subentrata la riserva ${standby}`,
  takenOverText:
    'Questo server non esegue nulla finché la riserva non si ferma: dalle il comando «standby», oppure dismettila.',
  daysLeft: counted('it', {
    one: 'Resta un giorno di subentro, di 30 in 365.',
    other: 'Restano # giorni di subentro, di 30 in 365.',
  }),
  takeovers: 'Subentri',
  since: 'Dal',
  until: 'Al',
  running: 'ancora in corso',
  holdsNothing:
    'Una riserva non ha nulla di proprio: quando subentra, esegue ciò che ha il server a cui fa da riserva.',
  overlap: 'Potevano girare entrambi',
  hours: counted('it', { one: '# ora', other: '# ore' }),
  whileItRuns:
    'Se è subentrata, può continuare a girare dov’è: tutti i giorni rimasti contano allora come usati. Se possibile, dalle prima il comando «standby».',
};
