export { PatientPicker, type PickedPatient } from './components/patient-picker.tsx';
