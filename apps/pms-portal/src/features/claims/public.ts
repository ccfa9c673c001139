export { OwnerPicker } from './components/owner-picker.tsx';
export { ScrubResults } from './components/scrub-results.tsx';
export { diagnosisText, pointerLetter } from './lib/claim-text.ts';
