"""The agenda and the people from files and pastes: chosen, and looked at before they are taken."""
