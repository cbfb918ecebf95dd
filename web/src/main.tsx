import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/ui.css';
import { App } from './app/App';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
