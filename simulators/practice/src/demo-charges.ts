import type { FeeItem } from '@spark-den/contracts/administration/types';
import { cents } from '@spark-den/kernel';

const item = (code: string, dollars: number, label: string): FeeItem => ({
  code,
  modifiers: [],
  label,
  amountCents: cents(dollars * 100),
});

/** What Harbor Point asks for its services. Labels are the practice's own words. */
export const demoCharges: FeeItem[] = [
  item('G0438', 260, 'Annual wellness visit, first'),
  item('G0439', 190, 'Annual wellness visit, later'),
  item('G0402', 230, 'Welcome visit, new to the plan'),
  item('G0444', 32, 'Depression screening'),
  item('G0442', 30, 'Alcohol misuse screening'),
  item('G0447', 45, 'Weight counseling, 15 minutes'),
  item('G0008', 38, 'Flu shot, giving it'),
  item('Q2039', 55, 'Flu vaccine'),
  item('J1885', 18, 'Ketorolac injection, 15 mg'),
  item('J3420', 12, 'Vitamin B-12 injection'),
  item('G2211', 28, 'Ongoing-care visit add-on'),
  item('G2212', 55, 'Prolonged office visit, 15 minutes'),
  item('A4550', 20, 'Surgical tray'),
  item('99203', 210, 'New patient visit, low complexity'),
  item('99204', 305, 'New patient visit, moderate'),
  item('99213', 165, 'Established visit, low'),
  item('99214', 240, 'Established visit, moderate'),
  item('99215', 335, 'Established visit, high'),
  item('36415', 15, 'Blood draw'),
  item('81002', 14, 'Urine dipstick'),
  item('93000', 48, 'Electrocardiogram'),
  item('76705', 260, 'Limited abdominal ultrasound'),
];
