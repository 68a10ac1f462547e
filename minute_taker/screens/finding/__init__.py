"""What is looked for and looked over before it is taken: words, pastes, and what does not stand."""
