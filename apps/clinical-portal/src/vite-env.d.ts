/// <reference types="vite/client" />
declare module '@spark-den/ui/styles.css';
