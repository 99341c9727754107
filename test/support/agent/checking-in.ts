import { checkIn } from '../../../agent/check-in.ts';

const [dir = '', times = '1'] = process.argv.slice(2);
process.send!('begins');
for (let time = 0; time < Number(times); time++) await checkIn({ dir });
process.disconnect();
