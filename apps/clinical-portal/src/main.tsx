import '@spark-den/ui/styles.css';
import { PortalApp } from '@spark-den/ui/portal';
import { createRoot } from 'react-dom/client';
import { createRouter } from './app/router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<PortalApp router={createRouter()} />);
